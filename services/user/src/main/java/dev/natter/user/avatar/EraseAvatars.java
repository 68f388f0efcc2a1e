package dev.natter.user.avatar;

import dev.natter.storage.avatar.AvatarStore;
import dev.natter.user.account.Account;
import dev.natter.user.account.FollowUp;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes the photos of a deleted account, until they are gone. The last follow-up: the others do not need the bucket. */
@Priority(-1)
@ApplicationScoped
class EraseAvatars implements FollowUp {

    private final AvatarStore store;

    EraseAvatars(AvatarStore store) {
        this.store = store;
    }

    @Override
    public Uni<Void> handle(Account account) {
        return account.isDeleted()
                ? store.deleteAll(AvatarStore.ofUser(account.id()))
                : Uni.createFrom().voidItem();
    }
}
