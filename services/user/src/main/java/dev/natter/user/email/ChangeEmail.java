package dev.natter.user.email;

import dev.natter.user.account.Account;
import dev.natter.user.account.Accounts;
import dev.natter.user.account.ChangeLimit;
import dev.natter.user.account.EmailAddress;
import dev.natter.user.account.FindAccount;
import dev.natter.user.account.PublishAccount;
import dev.natter.user.audit.Audit;
import dev.natter.user.audit.AuditEvent;
import dev.natter.user.device.DeviceTokens;
import dev.natter.user.otp.CheckCode;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Gives the caller another address, which a code has to prove. */
@ApplicationScoped
class ChangeEmail {

    private final ChangeLimit limit;
    private final CheckCode checkCode;
    private final FindAccount findAccount;
    private final Accounts accounts;
    private final PublishAccount publish;
    private final Audit audit;

    ChangeEmail(
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

    /**
     * Fails with 409 if the address belongs to another account; only after the code is right, so that the answer is no hint
     * for others.
     */
    Uni<Account> handle(String callerId, String sessionId, EmailAddress email, String challengeId, String code) {
        return limit.take(callerId)
                .chain(() -> checkCode.handle(email, challengeId, code, DeviceTokens.NONE))
                .chain(() -> findAccount.handle(callerId))
                .chain(account -> account.email().equals(email)
                        ? Uni.createFrom().item(account)
                        : change(account, email, sessionId));
    }

    private Uni<Account> change(Account account, EmailAddress email, String sessionId) {
        return accounts.changeEmail(account, email, sessionId)
                .map(changed -> changed.orElseThrow(FindAccount::unknown))
                .invoke(changed -> requireChanged(changed, email))
                .invoke(() ->
                        audit.tell(AuditEvent.EMAIL_CHANGED, Map.of("userId", account.id(), "sessionId", sessionId)))
                .call(publish::handle);
    }

    private static void requireChanged(Account account, EmailAddress email) {
        if (!account.email().equals(email)) {
            throw ApiException.conflict(
                    ErrorCode.CONFLICT, "The address was changed at the same time. Request another code.");
        }
    }
}
