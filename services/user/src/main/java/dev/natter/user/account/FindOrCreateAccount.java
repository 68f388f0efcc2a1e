package dev.natter.user.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Finds the account of a verified address, or creates it. Concurrent calls create one account. */
@ApplicationScoped
public class FindOrCreateAccount {

    private final Accounts accounts;
    private final PublishAccount publish;
    private final Clock clock;

    FindOrCreateAccount(Accounts accounts, PublishAccount publish, Clock clock) {
        this.accounts = accounts;
        this.publish = publish;
        this.clock = clock;
    }

    /** The account of this address. */
    public Uni<Account> handle(EmailAddress email) {
        return accounts.getByEmail(email)
                .chain(found ->
                        found.map(account -> Uni.createFrom().item(account)).orElseGet(() -> register(email)));
    }

    private Uni<Account> register(EmailAddress email) {
        var now = clock.instant();
        var account = Account.registered(UUID.randomUUID().toString(), email, now);
        return accounts.add(account)
                .chain(added -> added
                        ? publish.handle(account).replaceWith(account)
                        : accounts.getByEmail(email).map(first -> first.orElseThrow()));
    }
}
