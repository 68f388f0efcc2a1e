package dev.natter.user.deletion;

import dev.natter.user.account.Accounts;
import dev.natter.user.account.ChangeLimit;
import dev.natter.user.account.FindAccount;
import dev.natter.user.account.PublishAccount;
import dev.natter.user.audit.Audit;
import dev.natter.user.audit.AuditEvent;
import dev.natter.user.device.DeviceTokens;
import dev.natter.user.otp.CheckCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Deletes the caller's account. Address, name and search entry are erased at once; the rest follows by the outbox. */
@ApplicationScoped
class DeleteAccount {

    private final ChangeLimit limit;
    private final CheckCode checkCode;
    private final FindAccount findAccount;
    private final Accounts accounts;
    private final PublishAccount publish;
    private final Audit audit;

    DeleteAccount(
            ChangeLimit limit,
            CheckCode checkCode,
            FindAccount findAccount,
            Accounts accounts,
            PublishAccount publish,
            Audit audit) {
        this.limit = limit;
        this.checkCode = checkCode;
        this.findAccount = findAccount;
        this.accounts = accounts;
        this.publish = publish;
        this.audit = audit;
    }

    Uni<Void> handle(String callerId, String challengeId, String code) {
        return limit.take(callerId)
                .chain(() -> findAccount.handle(callerId))
                .chain(account -> checkCode.handle(account.email(), challengeId, code, DeviceTokens.NONE))
                .chain(() -> accounts.delete(callerId))
                .map(deleted -> deleted.orElseThrow(FindAccount::unknown))
                .invoke(() -> audit.tell(AuditEvent.ACCOUNT_DELETED, Map.of("userId", callerId)))
                .chain(publish::handle);
    }
}
