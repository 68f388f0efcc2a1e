package dev.natter.user.account;

import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives somebody the name he asks for, and tells the other services. */
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
                .map(renamed ->
                        renamed.orElseThrow(() -> Refusal.notFound(ErrorCode.USER_NOT_FOUND, "There is no such user.")))
                .call(publish::handle);
    }
}
