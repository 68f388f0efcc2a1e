package dev.natter.mail;

import static dev.natter.boot.Setting.duration;
import static dev.natter.boot.Setting.number;
import static dev.natter.boot.Setting.oneOf;
import static dev.natter.boot.Setting.optional;
import static dev.natter.boot.Setting.required;
import static dev.natter.boot.Setting.share;
import static dev.natter.boot.Setting.text;
import static dev.natter.boot.Setting.url;

import dev.natter.boot.Settings;
import dev.natter.mail.push.VapidKey;
import dev.natter.mail.smtp.MailAddress;
import java.time.Duration;

/** The environment variables of this service; application.properties maps them to configuration properties. */
final class Environment {

    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MAX_DRAIN_TIMEOUT = Duration.ofSeconds(16);

    static final Settings SETTINGS = Settings.of(
            required("NATTER_SMTP_HOST", text()),
            number("NATTER_SMTP_PORT", 1, 65_535),
            optional("NATTER_SMTP_USERNAME", text()),
            optional("NATTER_SMTP_PASSWORD", text()),
            optional("NATTER_SMTP_STARTTLS", oneOf("REQUIRED", "OPTIONAL", "DISABLED")),
            optional("NATTER_SMTP_TRUST_CERTIFICATES", text()),
            optional("NATTER_SMTP_EHLO_NAME", text()),
            duration("NATTER_SMTP_CONNECT_TIMEOUT", MILLISECOND, HOUR),
            duration("NATTER_SMTP_READ_TIMEOUT", MILLISECOND, HOUR),
            duration("NATTER_SMTP_CONVERSATION_TIMEOUT", MILLISECOND, HOUR),
            duration("NATTER_SMTP_PROBE_TIMEOUT", MILLISECOND, HOUR),
            duration("NATTER_SMTP_PROBE_INTERVAL", MILLISECOND, HOUR),
            required("NATTER_MAIL_FROM", Environment::address),
            number("NATTER_MAIL_CONVERSATIONS", 1, 100),
            number("NATTER_MAIL_UNACKNOWLEDGED", 1, 10_000),
            duration("NATTER_MAIL_FIRST_RETRY", MILLISECOND, HOUR),
            duration("NATTER_MAIL_SLOWEST_RETRY", MILLISECOND, HOUR),
            duration("NATTER_MAIL_DRAIN_TIMEOUT", MILLISECOND, MAX_DRAIN_TIMEOUT),
            optional("NATTER_PUSH_PUBLIC_KEY", VapidKey::checkPublic),
            optional("NATTER_PUSH_PRIVATE_KEY", VapidKey::checkPrivate),
            optional("NATTER_PUSH_SUBJECT", VapidKey::checkSubject),
            duration("NATTER_PUSH_TIMEOUT", MILLISECOND, HOUR),
            number("NATTER_PUSH_CONNECTIONS", 1, 1_000),
            optional("NATTER_PUSH_PRIVATE_ENDPOINTS", oneOf("true", "false")),
            optional("NATTER_TRACES_URL", url("http", "https")),
            optional("NATTER_TRACES_SHARE", share()));

    private Environment() {}

    private static void address(String value) {
        if (!MailAddress.of(value).isPresent()) {
            throw new IllegalArgumentException("must be an e-mail address without a name");
        }
    }
}
