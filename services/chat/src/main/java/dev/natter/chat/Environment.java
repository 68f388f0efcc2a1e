package dev.natter.chat;

import static dev.natter.chat.Setting.duration;
import static dev.natter.chat.Setting.number;
import static dev.natter.chat.Setting.oneOf;
import static dev.natter.chat.Setting.optional;
import static dev.natter.chat.Setting.required;
import static dev.natter.chat.Setting.text;
import static dev.natter.chat.Setting.url;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment must and may say; looked through before anything else, so that what is missing or malformed is one
 * line and not a stack trace. What each setting is for stands at its {@code …Config} or {@code …Limits}.
 */
final class Environment {

    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MILLION = 1_000_000;
    private static final int INTERNAL_TOKEN_LENGTH = 32;

    static final List<Setting> SETTINGS = List.of(
            optional("NATTER_HTTP_HOST", text()),
            number("NATTER_HTTP_PORT", 0, 65_535),
            required("NATTER_MONGODB_URL", url("mongodb", "mongodb\\+srv")),
            optional("NATTER_MONGODB_DATABASE", text()),
            number("NATTER_MONGODB_POOL", 1, 10_000),
            duration("NATTER_MONGODB_POOL_PATIENCE", MOMENT, MINUTE),
            duration("NATTER_MONGODB_WRITE_TIMEOUT", MOMENT, MINUTE),
            duration("NATTER_MONGODB_SELECTION_TIMEOUT", MOMENT, MINUTE),
            duration("NATTER_MONGODB_CONNECT_TIMEOUT", MOMENT, MINUTE),
            duration("NATTER_MONGODB_READ_TIMEOUT", MOMENT, MINUTE),
            required("NATTER_REDIS_URL", url("redis", "rediss")),
            duration("NATTER_REDIS_TIMEOUT", MOMENT, MINUTE),
            required("NATTER_RABBITMQ_HOST", text()),
            number("NATTER_RABBITMQ_PORT", 1, 65_535),
            required("NATTER_RABBITMQ_USERNAME", text()),
            required("NATTER_RABBITMQ_PASSWORD", text()),
            optional("NATTER_RABBITMQ_VIRTUAL_HOST", text()),
            optional("NATTER_RABBITMQ_TLS", oneOf("true", "false")),
            required("NATTER_PUBLIC_ORIGIN", Environment::origin),
            required("NATTER_USER_URL", url("http", "https")),
            required("NATTER_INTERNAL_TOKEN", Environment::internalToken),
            number("NATTER_CLOCK_SKEW", 1, 300),
            number("NATTER_CONVERSATION_MAX_MEMBERS", 2, 1_000),
            number("NATTER_CONVERSATION_MAX_TITLE_LENGTH", 1, 1_000),
            number("NATTER_MESSAGE_MAX_TEXT_LENGTH", 1, 10_000),
            duration("NATTER_MESSAGE_GAP_PATIENCE", MOMENT, MINUTE),
            number("NATTER_MESSAGE_MAX_WAITING", 1, MILLION),
            duration("NATTER_MESSAGE_MAX_WAIT", MOMENT, MINUTE),
            duration("NATTER_PROFILE_PATIENCE", MOMENT, MINUTE),
            duration("NATTER_PROFILE_FILL_RETRY", Duration.ofSeconds(1), HOUR),
            optional("NATTER_PROFILE_REBUILD", oneOf("true", "false")));

    private Environment() {}

    /** A few words for each setting that is missing or malformed; none repeats a value, which may be a secret. */
    static List<String> complaints(Map<String, String> environment) {
        return SETTINGS.stream()
                .map(setting -> setting.complaint(environment.get(setting.name())))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The user service, which issues the tokens, is stricter; here it only must be what an issuer looks like. */
    private static void origin(String value) {
        if (!value.matches("https?://[^/\\s?#@]+")) {
            throw new IllegalArgumentException("must be an origin such as https://chat.example.com");
        }
    }

    private static void internalToken(String value) {
        if (value.length() < INTERNAL_TOKEN_LENGTH) {
            throw new IllegalArgumentException("must have at least " + INTERNAL_TOKEN_LENGTH + " characters");
        }
    }
}
