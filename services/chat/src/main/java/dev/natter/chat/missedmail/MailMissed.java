package dev.natter.chat.missedmail;

import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.conversation.Presence;
import dev.natter.chat.conversation.Presence.Seen;
import dev.natter.chat.conversation.Receipts;
import dev.natter.chat.log.MissedMessages;
import dev.natter.chat.log.MissedMessages.Missed;
import dev.natter.chat.notification.Notifications;
import dev.natter.chat.profile.MissedMailRecipients;
import dev.natter.chat.profile.MissedMailRecipients.Claimed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Mails one user what was missed, when there is something that no mail was about. The claim ends after a mail is in the queue:
 * a replica that dies before leaves it to another one, a while later; one that dies in between may leave a second mail, with
 * the same id, which mail servers recognise.
 */
@ApplicationScoped
class MailMissed {

    /** Longer than the queries and the confirm of the broker may take. */
    private static final Duration CLAIM = Duration.ofMinutes(5);
    /** Until the next look at a user for whom there is nothing to mail. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

    private final MissedMailRecipients recipients;
    private final Memberships memberships;
    private final Receipts receipts;
    private final MissedMessages messages;
    private final Presence presence;
    private final ComposeMissedMail compose;
    private final Notifications notifications;
    private final MissedMailConfig config;
    private final Counter mails;

    MailMissed(
            MissedMailRecipients recipients,
            Memberships memberships,
            Receipts receipts,
            MissedMessages messages,
            Presence presence,
            ComposeMissedMail compose,
            Notifications notifications,
            MissedMailConfig config,
            MeterRegistry metrics) {
        this.recipients = recipients;
        this.memberships = memberships;
        this.receipts = receipts;
        this.messages = messages;
        this.presence = presence;
        this.compose = compose;
        this.notifications = notifications;
        this.config = config;
        this.mails = Counter.builder("natter.missed.mails")
                .description("Mails about missed messages that are in the queue of the mail service")
                .register(metrics);
    }

    /** Never fails: a user who could not be looked at is due again when the claim ends. */
    Uni<Void> handle(String userId, Instant now) {
        return recipients
                .claim(userId, now, now.plus(CLAIM))
                .chain(claimed -> claimed == null ? Uni.createFrom().voidItem() : mail(claimed, now))
                .onFailure()
                .invoke(failure -> Log.warnf("Missed messages of a user are mailed later: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> mail(Claimed claimed, Instant now) {
        return missed(claimed, now).chain(missed -> {
            var newest = missed.values().stream()
                    .map(Missed::newestAt)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
            return newest.isAfter(claimed.mailedUpTo())
                    ? compose.handle(claimed, missed, now)
                            .chain(mail -> isOnline(claimed.userId())
                                    .chain(online -> online
                                            ? nothing(claimed, now.plus(config.after()))
                                            : notifications
                                                    .publish(mail)
                                                    .invoke(() -> mails.increment())
                                                    .chain(() -> recipients.release(
                                                            claimed, now.plus(config.pause()), newest))))
                    : nothing(claimed, now.plus(LOOK_AGAIN));
        });
    }

    private Uni<Void> nothing(Claimed claimed, Instant next) {
        return recipients.release(claimed, next, claimed.mailedUpTo());
    }

    /** The user may have come online since the look. */
    private Uni<Boolean> isOnline(String userId) {
        return presence.exact(List.of(userId))
                .map(seen -> seen.getOrDefault(userId, Seen.NEVER).online());
    }

    private Uni<Map<String, Missed>> missed(Claimed claimed, Instant now) {
        var userId = claimed.userId();
        return memberships.visibleTo(userId).chain(visible -> {
            var members = new HashMap<String, List<String>>();
            visible.keySet().forEach(id -> members.put(id, List.of(userId)));
            return receipts.positions(members).chain(positions -> {
                var unread = new HashMap<String, Long>();
                visible.forEach((id, joined) -> {
                    var position = positions.of(id, userId);
                    if (position.mutedUntil() == null || !position.mutedUntil().isAfter(now)) {
                        unread.put(id, Math.max(position.read(), joined - 1));
                    }
                });
                return messages.count(userId, claimed.blocked(), unread);
            });
        });
    }
}
