package dev.natter.chat.missedmail;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.natter.chat.conversation.Presence;
import dev.natter.chat.conversation.Presence.Seen;
import dev.natter.chat.profile.MissedMailRecipients;
import dev.natter.chat.profile.MissedMailRecipients.Due;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for users who are due. Who is online is looked at again after an hour, and who was online lately, an hour after that:
 * a user costs a look an hour, or six while offline with nothing to mail. While it cannot be known who is online, no mail
 * is sent.
 */
@ApplicationScoped
class MissedMailSweep {

    private static final int PAGE = 100;
    private static final int MAX_PAGES = 20;
    private static final int MAX_CONCURRENCY = 4;

    private final MissedMailRecipients recipients;
    private final Presence presence;
    private final MailMissed mailMissed;
    private final MissedMailConfig config;
    private final Clock clock;

    MissedMailSweep(
            MissedMailRecipients recipients,
            Presence presence,
            MailMissed mailMissed,
            MissedMailConfig config,
            Clock clock) {
        this.recipients = recipients;
        this.presence = presence;
        this.mailMissed = mailMissed;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            identity = "missed-mail",
            every = "${natter.missed-mail.sweep}",
            delayed = "${natter.missed-mail.sweep}",
            concurrentExecution = SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> run() {
        return sweep().onFailure()
                .invoke(failure -> Log.warnf("Missed messages are mailed later: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    Uni<Void> sweep() {
        return pages(MAX_PAGES);
    }

    private Uni<Void> pages(int left) {
        var now = clock.instant();
        return recipients
                .due(now, PAGE)
                .chain(page -> look(page, now)
                        .chain(() -> page.size() < PAGE || left == 1
                                ? Uni.createFrom().voidItem()
                                : pages(left - 1)));
    }

    private Uni<Void> look(List<Due> page, Instant now) {
        return page.isEmpty()
                ? Uni.createFrom().voidItem()
                : presence.exact(page.stream().map(Due::userId).toList()).chain(seen -> {
                    var later = new HashMap<String, Instant>();
                    var offline = new ArrayList<String>();
                    page.forEach(each -> {
                        var mailedFrom = offlineFrom(each, seen, now).plus(config.after());
                        if (mailedFrom.isAfter(now)) {
                            later.put(each.userId(), mailedFrom);
                        } else {
                            offline.add(each.userId());
                        }
                    });
                    return recipients.postpone(later, now).chain(() -> mail(offline, now));
                });
    }

    private static Instant offlineFrom(Due due, Map<String, Seen> seen, Instant now) {
        var last = seen.getOrDefault(due.userId(), Seen.NEVER);
        if (last.online()) {
            return now;
        }
        return last.lastSeenAt() == null ? due.knownSince() : last.lastSeenAt();
    }

    private Uni<Void> mail(List<String> userIds, Instant now) {
        return Multi.createFrom()
                .iterable(userIds)
                .onItem()
                .transformToUni(userId -> mailMissed.handle(userId, now))
                .merge(MAX_CONCURRENCY)
                .onItem()
                .ignoreAsUni();
    }
}
