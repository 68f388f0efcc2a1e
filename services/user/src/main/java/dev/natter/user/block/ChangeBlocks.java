package dev.natter.user.block;

import dev.natter.user.account.Account;
import dev.natter.user.account.Accounts;
import dev.natter.user.account.ChangeLimit;
import dev.natter.user.account.FindAccount;
import dev.natter.user.account.PublishAccount;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Blocks and unblocks users, and publishes it. Safe to repeat. */
@ApplicationScoped
class ChangeBlocks {

    /** Part of the contract of {@link dev.natter.events.UserEvent.Changed}. */
    static final int MAX_BLOCKED = 500;

    private final ChangeLimit limit;
    private final FindAccount findAccount;
    private final Accounts accounts;
    private final PublishAccount publish;

    ChangeBlocks(ChangeLimit limit, FindAccount findAccount, Accounts accounts, PublishAccount publish) {
        this.limit = limit;
        this.findAccount = findAccount;
        this.accounts = accounts;
        this.publish = publish;
    }

    /** Fails with 404 for an unknown user, and with 422 for the caller or if {@value #MAX_BLOCKED} are blocked already. */
    Uni<Void> block(String callerId, String userId) {
        if (userId.equals(callerId)) {
            return Uni.createFrom()
                    .failure(ApiException.unprocessable(ErrorCode.BLOCKS_YOURSELF, "You cannot block yourself."));
        }
        return limit.take(callerId)
                .chain(() -> findAccount.handle(userId))
                .chain(() -> accounts.block(callerId, userId, MAX_BLOCKED))
                .map(ChangeBlocks::requireAccount)
                .invoke(caller -> requireBlocked(caller, userId))
                .chain(publish::handle);
    }

    /** A user who does not exist is not blocked. */
    Uni<Void> unblock(String callerId, String userId) {
        return limit.take(callerId)
                .chain(() -> accounts.unblock(callerId, userId))
                .map(ChangeBlocks::requireAccount)
                .chain(publish::handle);
    }

    private static Account requireAccount(Optional<Account> found) {
        return found.orElseThrow(FindAccount::unknown);
    }

    private static void requireBlocked(Account caller, String userId) {
        if (!caller.blocked().contains(userId)) {
            throw ApiException.unprocessable(
                    ErrorCode.TOO_MANY_BLOCKS,
                    "You have blocked " + MAX_BLOCKED + " people. Unblock one before you block another.");
        }
    }
}
