package dev.natter.chat.report;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.mongo.Ids;
import dev.natter.chat.profile.ProfileService;
import dev.natter.chat.report.Report.Reason;
import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports a user to the operator. Fails with 503 when the mail cannot be queued; then nothing is reported. */
@ApplicationScoped
class ReportUser {

    private static final int MAX_TEXT = 1_000;
    private static final int MAX_ID = 64;

    private final FindReportedMessage findMessage;
    private final ProfileService profiles;
    private final RateLimits rateLimits;
    private final List<Rate> rates;
    private final AuditReport audit;
    private final MailReport mail;
    private final Ids ids;
    private final Clock clock;

    ReportUser(
            FindReportedMessage findMessage,
            ProfileService profiles,
            RateLimits rateLimits,
            ReportConfig config,
            AuditReport audit,
            MailReport mail,
            Ids ids,
            Clock clock) {
        this.findMessage = findMessage;
        this.profiles = profiles;
        this.rateLimits = rateLimits;
        this.rates = List.of(new Rate(config.perDay(), Duration.ofDays(1)));
        this.audit = audit;
        this.mail = mail;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param messageId one that the reporter may read, of the reported user */
    Uni<Void> handle(
            String reporterId,
            @Nullable String userId,
            @Nullable String messageId,
            @Nullable Reason reason,
            @Nullable String text) {
        var reported = required("userId", userId);
        if (reason == null) {
            throw ApiException.malformed("reason", "must be spam, abuse or other");
        }
        var note = text == null || text.isBlank() ? null : text.strip();
        if (note != null && note.codePointCount(0, note.length()) > MAX_TEXT) {
            throw ApiException.malformed("text", "must have at most " + MAX_TEXT + " characters");
        }
        if (reported.equals(reporterId)) {
            throw ApiException.unprocessable(ErrorCode.ONLY_YOURSELF, "You cannot report yourself.");
        }
        return known(reported)
                .chain(() -> message(reporterId, reported, messageId))
                .chain(message -> rateLimits
                        .acquire(RateLimit.REPORT, reporterId, rates)
                        .chain(use -> {
                            var report = new Report(
                                    ids.next(), clock.instant(), reporterId, reported, reason, message, note);
                            return mail.handle(report)
                                    .onFailure()
                                    .call(() -> rateLimits.release(use))
                                    .invoke(() -> audit.handle(report));
                        }));
    }

    private static String required(String field, @Nullable String id) {
        if (id == null || id.isBlank() || id.length() > MAX_ID) {
            throw ApiException.malformed(field, "must be an id");
        }
        return id;
    }

    private Uni<Void> known(String userId) {
        return profiles.find(List.of(userId))
                .invoke(found -> {
                    if (!found.containsKey(userId)) {
                        throw ApiException.notFound(ErrorCode.USER_NOT_FOUND, "The user does not exist.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<@Nullable MessageView> message(String reporterId, String userId, @Nullable String messageId) {
        return messageId == null
                ? Uni.createFrom().nullItem()
                : findMessage
                        .handle(reporterId, required("messageId", messageId))
                        .map(message -> {
                            if (message == null || !message.senderId().equals(userId)) {
                                throw ApiException.notFound(
                                        ErrorCode.MESSAGE_NOT_FOUND,
                                        "The message does not exist, or is not one of this user that you can read.");
                            }
                            return message;
                        });
    }
}
