package dev.natter.mail.outgoing;

import dev.natter.mail.smtp.EncodedWords;
import dev.natter.mail.smtp.MailAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Renders an {@link Mail}: a text part with the body as it is, and an HTML part. */
@Singleton
class ComposeMail {
    private final MailAddress from;
    private final Clock clock;

    ComposeMail(MailConfig config, Clock clock) {
        this.from = MailAddress.of(config.from())
                .orElseThrow(() -> new IllegalArgumentException("natter.mail.sender.from is not an e-mail address"));
        this.clock = clock;
    }

    Uni<MailMessage> handle(Mail mail) {
        var lines = BodyLine.of(mail.body());
        var preview = lines.stream()
                .filter(line -> !line.code() && !line.link() && !line.isBlank())
                .map(BodyLine::text)
                .findFirst()
                .orElse("");
        return MailTemplates.mail(mail.subject(), preview, lines)
                .createUni()
                .map(html -> new MailMessage()
                        .setFrom("Natter <" + from.addrSpec() + ">")
                        .setTo(mail.to())
                        .setHeaders(headers(mail))
                        // The client ends lines with CRLF itself and treats a carriage return as content.
                        .setText(mail.body().replace("\r\n", "\n").replace('\r', '\n'))
                        .setHtml(html));
    }

    private MultiMap headers(Mail mail) {
        var headers = MultiMap.caseInsensitiveMultiMap()
                .set("Subject", EncodedWords.encode(mail.subject()))
                .set(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().atZone(ZoneOffset.UTC)))
                // The same in every copy, so that a mail server can recognise a duplicate.
                .set("Message-ID", "<" + mail.messageId() + "@" + from.domain() + ">")
                // No automatic replies: RFC 3834, and Exchange's header for the same.
                .set("Auto-Submitted", "auto-generated")
                .set("X-Auto-Response-Suppress", "All");
        if (mail.unsubscribeUrl() != null) {
            // RFC 8058: one POST with this body, by the mail provider, without a visit to a page.
            headers.set("List-Unsubscribe", "<" + mail.unsubscribeUrl() + ">")
                    .set("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return headers;
    }
}
