package dev.natter.chat.report;

import dev.natter.chat.notification.Notifications;
import dev.natter.events.Notification;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;

/** Mails a report to the operator, when there is an address for it. */
@ApplicationScoped
class MailReport {

    /** After so long a mail that cannot be delivered is dead-lettered. */
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final Notifications notifications;
    private final ReportConfig config;

    MailReport(Notifications notifications, ReportConfig config) {
        this.notifications = notifications;
        this.config = config;
    }

    /** Completes when the mail is queued durably, or no address is set. */
    Uni<Void> handle(Report report) {
        return config.to()
                .map(to -> notifications.publish(new Notification.Mail(
                        report.id(),
                        to,
                        subject(report),
                        body(report),
                        null,
                        report.at().plus(LIFETIME))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static String subject(Report report) {
        return "Report of a user: " + word(report);
    }

    private static String word(Report report) {
        return report.reason().name().toLowerCase(Locale.ROOT);
    }

    private static String body(Report report) {
        var body = new StringBuilder("A user was reported.\n\n");
        line(body, "Report", report.id());
        line(body, "Time", report.at().toString());
        line(body, "Reason", word(report));
        line(body, "Reported user", report.userId());
        line(body, "Reported by", report.reporterId());
        if (report.text() != null) {
            body.append("\nThe reporter writes:\n").append(quoted(report.text()));
        }
        var message = report.message();
        if (message != null) {
            body.append("\nThe reported message:\n");
            line(body, "Message", message.id());
            line(body, "Conversation", message.conversationId());
            line(body, "Sent", message.sentAt().toString());
            if (message.image() != null) {
                line(body, "Image", message.image().id());
            }
            if (message.file() != null) {
                line(
                        body,
                        "File",
                        "%s (%s)".formatted(message.file().id(), message.file().name()));
            }
            if (message.voice() != null) {
                line(body, "Voice message", message.voice().id());
            }
            if (message.text() != null) {
                body.append(quoted(message.text()));
            }
        }
        return body.toString();
    }

    private static void line(StringBuilder body, String name, String value) {
        body.append(name).append(": ").append(value).append('\n');
    }

    /** Each line marked, so that a text cannot look like a part of the report. */
    private static String quoted(String text) {
        return text.lines().map(line -> "> " + line + "\n").reduce("", String::concat);
    }
}
