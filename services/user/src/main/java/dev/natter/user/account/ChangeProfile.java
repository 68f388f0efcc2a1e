package dev.natter.user.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Changes the caller's profile and settings, and publishes them. */
@ApplicationScoped
class ChangeProfile {

    private final ChangeLimit limit;
    private final FindAccount findAccount;
    private final Accounts accounts;
    private final PublishAccount publish;

    ChangeProfile(ChangeLimit limit, FindAccount findAccount, Accounts accounts, PublishAccount publish) {
        this.limit = limit;
        this.findAccount = findAccount;
        this.accounts = accounts;
        this.publish = publish;
    }

    Uni<Account> handle(String id, ProfileChange change) {
        return limit.take(id)
                .chain(() -> change.isEmpty()
                        ? findAccount.handle(id)
                        : accounts.change(id, change)
                                .map(changed -> changed.orElseThrow(FindAccount::unknown))
                                .call(publish::handle));
    }
}
