package dev.natter.mail;

import static dev.natter.mail.Variable.anything;
import static dev.natter.mail.Variable.number;
import static dev.natter.mail.Variable.oneOf;
import static dev.natter.mail.Variable.period;
import static dev.natter.mail.Variable.port;

import dev.natter.mail.otp.MailAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the environment must and may say; application.properties maps the same names to what the platform calls them. */
final class Environment {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MOST_OF_THE_TIME_TO_STOP = Duration.ofSeconds(16);

    private static final List<Variable> VARIABLES = List.of(
            anything("NATTER_RABBITMQ_HOST").required(),
            port("NATTER_RABBITMQ_PORT"),
            anything("NATTER_RABBITMQ_USERNAME").required(),
            anything("NATTER_RABBITMQ_PASSWORD").required(),
            oneOf("NATTER_RABBITMQ_TLS", "true", "false"),
            anything("NATTER_SMTP_HOST").required(),
            port("NATTER_SMTP_PORT"),
            oneOf("NATTER_SMTP_STARTTLS", "REQUIRED", "OPTIONAL", "DISABLED"),
            period("NATTER_SMTP_CONNECT_TIMEOUT", HOUR),
            period("NATTER_SMTP_READ_TIMEOUT", HOUR),
            period("NATTER_SMTP_CONVERSATION_TIMEOUT", HOUR),
            period("NATTER_SMTP_PROBE_TIMEOUT", HOUR),
            period("NATTER_SMTP_PROBE_INTERVAL", HOUR),
            new Variable("NATTER_MAIL_FROM", true, MailAddress::isWellFormed, "an e-mail address without a name"),
            number("NATTER_MAIL_CONVERSATIONS", 1, 100),
            number("NATTER_MAIL_UNACKNOWLEDGED", 1, 10_000),
            period("NATTER_MAIL_FIRST_RETRY", HOUR),
            period("NATTER_MAIL_SLOWEST_RETRY", HOUR),
            period("NATTER_MAIL_DRAIN_TIMEOUT", MOST_OF_THE_TIME_TO_STOP),
            number("NATTER_HTTP_PORT", 0, 65_535));

    private Environment() {}

    /** One sentence for each variable that is missing or malformed; none of them tells a value, which may be a secret. */
    static List<String> complaints(Map<String, String> environment) {
        return VARIABLES.stream()
                .map(variable -> variable.complaint(environment.get(variable.name())))
                .flatMap(Optional::stream)
                .toList();
    }
}
