package dev.natter.mail.otp;

import dev.natter.events.OtpMail;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Makes of an {@link OtpMail} what goes over the wire: a text part with the body as it is, and an HTML part. */
@Singleton
class ComposeMail {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final MailAddress from;
    private final Clock clock;

    ComposeMail(WorkerConfig config, Clock clock) {
        this.from = MailAddress.of(config.from())
                .orElseThrow(() -> new IllegalArgumentException("natter.mail.from is not an e-mail address"));
        this.clock = clock;
    }

    Uni<MailMessage> handle(OtpMail mail) {
        var lines = Line.of(mail.body());
        var preview = lines.stream()
                .filter(line -> !line.code() && !line.isBlank())
                .map(Line::text)
                .findFirst()
                .orElse("");
        return OtpMailTemplates.otpMail(mail.subject(), preview, lines)
                .createUni()
                .map(html -> new MailMessage()
                        .setFrom("Natter <" + from.addrSpec() + ">")
                        .setTo(mail.to())
                        .setHeaders(headers(mail))
                        .setText(withBareLineFeeds(mail.body()))
                        .setHtml(html));
    }

    private MultiMap headers(OtpMail mail) {
        return MultiMap.caseInsensitiveMultiMap()
                .set("Subject", HeaderText.encode(mail.subject()))
                .set("Date", DATE.format(clock.instant()))
                // The same for every copy of the mail, so that a second one can be recognised.
                .set("Message-ID", "<otp-" + mail.id() + "@" + from.domain() + ">")
                // Nobody's holiday notice is wanted: RFC 3834, and Microsoft's way of saying it.
                .set("Auto-Submitted", "auto-generated")
                .set("X-Auto-Response-Suppress", "All");
    }

    /** The mail client ends lines as SMTP wants them, and takes a carriage return before a line feed for content. */
    private static String withBareLineFeeds(String body) {
        return body.replace("\r\n", "\n").replace('\r', '\n');
    }
}
