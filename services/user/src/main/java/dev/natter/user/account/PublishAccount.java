package dev.natter.user.account;

import dev.natter.events.UserEvent;
import dev.natter.user.broker.Outbox;
import dev.natter.user.broker.UserEvents;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Publishes the current version of an account, and does what has to follow it. Never fails: the account stays in the outbox
 * until the broker has confirmed and all is done; a repeat has the same event id.
 */
@ApplicationScoped
public class PublishAccount implements Outbox {

    private final Accounts accounts;
    private final UserEvents events;
    private final MissedMailAddress missedMail;
    private final List<FollowUp> followUps;

    PublishAccount(Accounts accounts, UserEvents events, MissedMailAddress missedMail, @All List<FollowUp> followUps) {
        this.accounts = accounts;
        this.events = events;
        this.missedMail = missedMail;
        this.followUps = followUps;
    }

    /** Publishes this version. */
    public Uni<Void> handle(Account account) {
        return events.publish(eventOf(account))
                .onItemOrFailure()
                // Without the broker, sessions end all the same.
                .transformToUni((published, failure) -> followUp(account)
                        .chain(() -> failure == null
                                ? Uni.createFrom().voidItem()
                                : Uni.createFrom().failure(failure)))
                .chain(() -> accounts.published(account))
                .onFailure()
                .invoke(failure -> Log.warnf(
                        "user %s, version %d: not published yet: %s", account.id(), account.version(), failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> followUp(Account account) {
        return Multi.createFrom()
                .iterable(followUps)
                .onItem()
                .transformToUniAndConcatenate(each -> each.handle(account))
                .onItem()
                .ignoreAsUni();
    }

    @Override
    public Uni<List<Uni<Void>>> claim(Instant until, int limit) {
        return accounts.claimUnpublished(until, limit)
                .map(due -> due.stream().map(this::handle).toList());
    }

    private UserEvent eventOf(Account account) {
        var eventId = account.id() + "." + account.version();
        if (account.isDeleted()) {
            return new UserEvent.Deleted(
                    eventId, account.changedAt(), account.id(), account.createdAt(), account.version());
        }
        return account.version() == 1
                ? new UserEvent.Registered(
                        eventId,
                        account.changedAt(),
                        account.id(),
                        account.name().value(),
                        account.createdAt(),
                        account.version())
                : new UserEvent.Changed(
                        eventId,
                        account.changedAt(),
                        account.id(),
                        account.name().value(),
                        account.about().orNull(),
                        account.avatar(),
                        settingsOf(account),
                        account.blocked(),
                        missedMail.of(account),
                        account.createdAt(),
                        account.version());
    }

    private static UserEvent.Settings settingsOf(Account account) {
        var settings = account.settings();
        return new UserEvent.Settings(
                settings.readReceipts(),
                settings.lastSeen(),
                settings.missedMail().wireName());
    }
}
