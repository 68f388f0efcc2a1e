package dev.natter.user.avatar;

import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.storage.avatar.AvatarConfig;
import dev.natter.storage.avatar.AvatarStore;
import dev.natter.user.account.Account;
import dev.natter.user.account.Accounts;
import dev.natter.user.account.FindAccount;
import dev.natter.user.account.PublishAccount;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets and removes the caller's photo, and publishes the change. */
@ApplicationScoped
class ChangeAvatar {

    /** Each time another change of the same photo came first. */
    private static final int MAX_ATTEMPTS = 5;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final AvatarStore store;
    private final FindAccount findAccount;
    private final Accounts accounts;
    private final PublishAccount publish;
    private final RateLimits limits;
    private final List<Rate> rates;

    ChangeAvatar(
            AvatarStore store,
            FindAccount findAccount,
            Accounts accounts,
            PublishAccount publish,
            RateLimits limits,
            AvatarConfig config) {
        this.store = store;
        this.findAccount = findAccount;
        this.accounts = accounts;
        this.publish = publish;
        this.limits = limits;
        this.rates = List.of(new Rate(config.changesPerHour(), Duration.ofHours(1)));
    }

    /** Stores the body of the request as the photo. The one before is deleted after the new one is recorded. */
    Uni<Account> set(String userId, @Nullable String contentType, HttpServerRequest request) {
        var prefix = AvatarStore.ofUser(userId);
        return limits.acquire(RateLimit.AVATAR, userId, rates)
                .chain(() -> store.add(prefix, contentType, request))
                .chain(version ->
                        record(userId, version, MAX_ATTEMPTS).onFailure().call(() -> discard(prefix, version)));
    }

    private Uni<Account> record(String userId, String version, int attempts) {
        return findAccount
                .handle(userId)
                .chain(before -> accounts.changeAvatar(userId, before.avatar(), version)
                        .chain(changed -> {
                            if (changed.isPresent()) {
                                return publish.handle(changed.get())
                                        .chain(() -> store.deleteReplaced(AvatarStore.ofUser(userId), before.avatar()))
                                        .replaceWith(changed.get());
                            }
                            return attempts == 1
                                    ? Uni.createFrom().failure(ChangeAvatar::busy)
                                    : record(userId, version, attempts - 1);
                        }));
    }

    /** An object that no account has. */
    private Uni<Void> discard(String prefix, String version) {
        return store.delete(prefix, version)
                .onFailure()
                .invoke(failure -> Log.debugf("left for the next change: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Removes the photo. It is deleted first: should that fail, a repetition deletes it. */
    Uni<Void> remove(String userId) {
        return limits.acquire(RateLimit.AVATAR, userId, rates)
                .chain(() -> findAccount.handle(userId))
                .chain(before -> before.avatar() == null
                        ? Uni.createFrom().voidItem()
                        : store.delete(AvatarStore.ofUser(userId), before.avatar())
                                // One that was set meanwhile stays.
                                .chain(() -> accounts.changeAvatar(userId, before.avatar(), null))
                                .chain(changed -> changed.isPresent()
                                        ? publish.handle(changed.get())
                                        : Uni.createFrom().voidItem()));
    }

    private static ApiException busy() {
        return ApiException.unavailable(
                ErrorCode.BUSY, "Your photo is being changed elsewhere. Try again shortly.", RETRY_AFTER);
    }
}
