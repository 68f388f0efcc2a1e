package dev.natter.user.account;

import dev.natter.events.UserEvent;
import dev.natter.user.broker.Outbox;
import dev.natter.user.broker.UserEvents;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Publishes the current version of an account. Never fails: the account stays in the outbox until the broker has
 * confirmed; a repeat has the same event id.
 */
@ApplicationScoped
class PublishAccount implements Outbox {

    private final Accounts accounts;
    private final UserEvents events;

    PublishAccount(Accounts accounts, UserEvents events) {
        this.accounts = accounts;
        this.events = events;
    }

    Uni<Void> handle(Account account) {
        return events.publish(eventOf(account))
                .chain(() -> accounts.published(account))
                .onFailure()
                .invoke(failure -> Log.warnf(
                        "user %s, version %d: not published yet: %s", account.id(), account.version(), failure))
                .onFailure()
                .recoverWithNull();
    }

    @Override
    public Uni<List<Uni<Void>>> claim(Instant until, int limit) {
        return accounts.claimUnpublished(until, limit)
                .map(due -> due.stream().map(this::handle).toList());
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
