package dev.natter.user.account;

import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Renames the caller, and publishes the change. */
@ApplicationScoped
class RenameAccount {

    private final Accounts accounts;
    private final PublishAccount publish;

    RenameAccount(Accounts accounts, PublishAccount publish) {
        this.accounts = accounts;
        this.publish = publish;
    }

    Uni<Account> handle(String id, DisplayName name) {
        return accounts.rename(id, name)
                .map(renamed -> renamed.orElseThrow(
                        () -> Refusal.notFound(ErrorCode.USER_NOT_FOUND, "The user does not exist.")))
                .call(publish::handle);
    }
}
