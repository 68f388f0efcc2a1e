package dev.natter.user.account;

import dev.natter.events.UserEvent;
import dev.natter.user.broker.UserEvents;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Tells the other services of the version that an account has now. Never fails: the account stays noted as untold until the
 * broker has confirmed, and {@link AnnounceUntoldAccounts} tells it again; a repetition has the same event id.
 */
@ApplicationScoped
class AnnounceAccount {

    private final Accounts accounts;
    private final UserEvents events;

    AnnounceAccount(Accounts accounts, UserEvents events) {
        this.accounts = accounts;
        this.events = events;
    }

    Uni<Void> handle(Account account) {
        return events.publish(eventOf(account))
                .chain(() -> accounts.told(account))
                .onFailure()
                .invoke(failure ->
                        Log.warnf("user %s, version %d: not told yet: %s", account.id(), account.version(), failure))
                .onFailure()
                .recoverWithNull();
    }

    private static UserEvent eventOf(Account account) {
        var eventId = account.id() + "." + account.version();
        return account.version() == 1
                ? new UserEvent.Registered(
                        eventId,
                        account.changedAt(),
                        account.id(),
                        account.name().value(),
                        account.createdAt(),
                        account.version())
                : new UserEvent.Renamed(
                        eventId,
                        account.changedAt(),
                        account.id(),
                        account.name().value(),
                        account.createdAt(),
                        account.version());
    }
}
