package dev.natter.chat;

import static dev.natter.boot.Setting.duration;
import static dev.natter.boot.Setting.number;
import static dev.natter.boot.Setting.oneOf;
import static dev.natter.boot.Setting.optional;
import static dev.natter.boot.Setting.required;
import static dev.natter.boot.Setting.share;
import static dev.natter.boot.Setting.text;
import static dev.natter.boot.Setting.url;

import dev.natter.boot.Settings;
import dev.natter.web.TrustedProxies;
import java.time.Duration;

/**
 * What the environment must and may say; checked first, so that a missing or malformed setting is one line and not a stack
 * trace. {@code deploy/configuration.md} describes each setting.
 */
final class Environment {

    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    /** For what is under way, and twice for a goodbye: within the 20 s in which a service is gone. */
    private static final Duration TO_FINISH = Duration.ofSeconds(8);

    private static final Duration TO_LEAVE = Duration.ofSeconds(4);
    private static final int MILLION = 1_000_000;
    private static final int INTERNAL_TOKEN_LENGTH = 32;

    static final Settings SETTINGS = Settings.of(
            required("NATTER_MONGODB_URL", url("mongodb", "mongodb\\+srv")),
            optional("NATTER_MONGODB_DATABASE", text()),
            optional("NATTER_MONGODB_RETRY_WRITES", oneOf("true", "false")),
            number("NATTER_MONGODB_POOL", 1, 10_000),
            duration("NATTER_MONGODB_POOL_TIMEOUT", MOMENT, MINUTE),
            duration("NATTER_MONGODB_WRITE_TIMEOUT", MOMENT, MINUTE),
            duration("NATTER_MONGODB_SELECTION_TIMEOUT", MOMENT, MINUTE),
            duration("NATTER_MONGODB_CONNECT_TIMEOUT", MOMENT, MINUTE),
            duration("NATTER_MONGODB_READ_TIMEOUT", MOMENT, MINUTE),
            required("NATTER_REDIS_URL", url("redis", "rediss")),
            duration("NATTER_REDIS_TIMEOUT", MOMENT, MINUTE),
            duration("NATTER_REDIS_REQUEST_TIMEOUT", MOMENT, MINUTE),
            optional("NATTER_S3_ENDPOINT", url("http", "https")),
            optional("NATTER_S3_PUBLIC_ENDPOINT", url("http", "https")),
            required("NATTER_S3_REGION", text()),
            required("NATTER_S3_BUCKET", text()),
            optional("NATTER_S3_ACCESS_KEY", text()),
            optional("NATTER_S3_SECRET_KEY", text()),
            optional("NATTER_S3_PATH_STYLE", oneOf("true", "false")),
            duration("NATTER_S3_TIMEOUT", MOMENT, MINUTE),
            number("NATTER_AVATAR_MAX_BYTES", 65_536, 10_485_760),
            number("NATTER_AVATAR_MAX_SIDE", 1, 4096),
            number("NATTER_AVATAR_CHANGES_PER_HOUR", 1, MILLION),
            number("NATTER_AVATAR_UPLOADS", 1, 256),
            duration("NATTER_AVATAR_LINK_LIFETIME", MINUTE, HOUR),
            required("NATTER_PUBLIC_ORIGIN", Environment::origin),
            required("NATTER_USER_URL", url("http", "https")),
            required("NATTER_INTERNAL_TOKEN", Environment::internalToken),
            number("NATTER_CLOCK_SKEW", 1, 300),
            duration("NATTER_REVOCATION_TIMEOUT", MOMENT, MINUTE),
            duration("NATTER_REVOCATION_PAUSE", MOMENT, MINUTE),
            duration("NATTER_REVOCATION_REMEMBERED", MINUTE, DAY.multipliedBy(2)),
            duration("NATTER_REVOCATION_RECHECK", SECOND, HOUR),
            duration("NATTER_PRESENCE_LEASE", SECOND, HOUR),
            duration("NATTER_PRESENCE_RENEWAL", SECOND, HOUR),
            duration("NATTER_PRESENCE_GRACE", MOMENT, MINUTE),
            duration("NATTER_PRESENCE_SIGNED_OUT", MOMENT, MINUTE),
            number("NATTER_PRESENCE_MOST_ASKED", 1, 1_000),
            duration("NATTER_TYPING_LASTS", SECOND, MINUTE),
            duration("NATTER_TYPING_PAUSE", MOMENT, MINUTE),
            duration("NATTER_ROUTING_WRITE_TIMEOUT", MOMENT, MINUTE),
            duration("NATTER_ROUTING_LOOKUP_TIMEOUT", MOMENT, MINUTE),
            duration("NATTER_ROUTING_RECOVERY", MOMENT, MINUTE),
            number("NATTER_DELIVERY_PENDING_FRAMES", 1, MILLION),
            number("NATTER_DELIVERY_PENDING_CHARACTERS", 1, 100 * MILLION),
            duration("NATTER_DELIVERY_REORDER_TIMEOUT", Duration.ZERO, MINUTE),
            number("NATTER_DELIVERY_WATCHED_CONVERSATIONS", 64, 100 * MILLION),
            number("NATTER_DELIVERY_MAX_REORDERED", 1, 100_000),
            number("NATTER_DELIVERY_REMOTE_CHARACTERS", 1, 100 * MILLION),
            duration("NATTER_DELIVERY_RESYNC_SPREAD", MOMENT, MINUTE),
            number("NATTER_SOCKET_CONNECTIONS", 1, 10 * MILLION),
            number("NATTER_SOCKET_CONNECTIONS_PER_USER", 1, MILLION),
            duration("NATTER_SOCKET_PING", SECOND, HOUR),
            duration("NATTER_SOCKET_SILENCE", SECOND, HOUR),
            duration("NATTER_SOCKET_TOKEN_GRACE", Duration.ZERO, HOUR),
            number("NATTER_SOCKET_FRAMES_PER_SECOND", 1, MILLION),
            number("NATTER_SOCKET_FRAMES_PER_SECOND_PER_USER", 1, MILLION),
            duration("NATTER_SOCKET_FLOOD_WINDOW", SECOND, HOUR),
            number("NATTER_SOCKET_IN_FLIGHT", 1, 10_000),
            number("NATTER_SOCKET_WAITING_FRAMES", 1, MILLION),
            number("NATTER_SOCKET_WAITING_CHARACTERS", 65_536, 100 * MILLION),
            duration("NATTER_SOCKET_DRAIN", Duration.ZERO, TO_FINISH),
            duration("NATTER_SOCKET_GOODBYE", Duration.ZERO, TO_LEAVE),
            number("NATTER_CONVERSATION_MAX_MEMBERS", 2, 1_000),
            number("NATTER_CONVERSATION_MAX_PINNED", 1, 1_000),
            number("NATTER_CONVERSATION_MAX_TITLE_LENGTH", 1, 1_000),
            number("NATTER_CONVERSATION_STARTS_PER_HOUR", 1, MILLION),
            number("NATTER_RECEIPT_CROWD", 1, 1_000),
            number("NATTER_MESSAGE_MAX_TEXT_LENGTH", 1, 10_000),
            number("NATTER_MESSAGE_MAX_WAITING", 1, MILLION),
            number("NATTER_MESSAGE_POSTS_PER_MINUTE", 1, MILLION),
            number("NATTER_MESSAGE_CHANGES_PER_MINUTE", 1, MILLION),
            number("NATTER_MESSAGE_RECEIPTS_PER_MINUTE", 1, MILLION),
            number("NATTER_MESSAGE_MAX_REACTIONS", 1, 100),
            number("NATTER_MESSAGE_MAX_RECEIPT_MEMBERS", 2, 1_000),
            duration("NATTER_MESSAGE_EDIT_WINDOW", SECOND, DAY.multipliedBy(30)),
            duration("NATTER_MESSAGE_MAX_WAIT", MOMENT, MINUTE),
            number("NATTER_IMAGE_MAX_BYTES", 1, 10_485_760),
            number("NATTER_IMAGE_MAX_SIDE", 1, 65_535),
            number("NATTER_IMAGE_UPLOADS_PER_HOUR", 1, MILLION),
            number("NATTER_IMAGE_INSPECTIONS", 1, 64),
            number("NATTER_IMAGE_WAITING_INSPECTIONS", 1, MILLION),
            duration("NATTER_ATTACHMENT_TIMEOUT", MOMENT, MINUTE),
            duration("NATTER_IMAGE_UPLOAD_LIFETIME", SECOND, HOUR),
            duration("NATTER_IMAGE_LINK_LIFETIME", SECOND, HOUR),
            duration("NATTER_IMAGE_UNUSED_LIFETIME", HOUR, DAY.multipliedBy(30)),
            duration("NATTER_IMAGE_SWEEP", SECOND, HOUR),
            number("NATTER_FILE_MAX_BYTES", 1, 104_857_600),
            number("NATTER_FILE_UPLOADS_PER_HOUR", 1, MILLION),
            duration("NATTER_FILE_UPLOAD_LIFETIME", MINUTE, DAY),
            number("NATTER_VOICE_MAX_BYTES", 1, 10_485_760),
            duration("NATTER_VOICE_MAX_DURATION", SECOND, HOUR),
            number("NATTER_VOICE_UPLOADS_PER_HOUR", 1, MILLION),
            optional("NATTER_STORAGE_PER_USER", Environment::size),
            number("NATTER_SEARCH_QUERIES_PER_MINUTE", 1, MILLION),
            duration("NATTER_SEARCH_IDLE", SECOND, HOUR),
            duration("NATTER_SEARCH_INTERVAL", MOMENT.multipliedBy(100), MINUTE),
            number("NATTER_SEARCH_BACKFILL_BATCH", 1, 1_000),
            optional("NATTER_TRUSTED_PROXIES", TrustedProxies::of),
            number("NATTER_INVITE_HOURS", 1, 8_760),
            number("NATTER_INVITE_MAX_HOURS", 1, 8_760),
            number("NATTER_INVITE_GROUP_USES", 1, 1_000),
            number("NATTER_INVITE_MAX_USES", 1, 1_000),
            number("NATTER_INVITE_MAX_OPEN", 1, 1_000),
            number("NATTER_INVITE_CREATED_PER_HOUR", 1, MILLION),
            number("NATTER_INVITE_ACCEPTED_PER_HOUR", 1, MILLION),
            number("NATTER_INVITE_VIEWS_PER_MINUTE", 1, MILLION),
            optional("NATTER_REPORTS_TO", Environment::address),
            number("NATTER_REPORTS_PER_DAY", 1, 1_000),
            number("NATTER_EXPORT_PER_HOUR", 1, 1_000),
            number("NATTER_EXPORT_CONCURRENT", 1, 1_000),
            duration("NATTER_MISSED_MAIL_AFTER", SECOND, DAY),
            duration("NATTER_MISSED_MAIL_PAUSE", SECOND, DAY.multipliedBy(30)),
            duration("NATTER_MISSED_MAIL_SWEEP", SECOND, HOUR),
            duration("NATTER_PROFILE_TIMEOUT", MOMENT, MINUTE),
            duration("NATTER_PROFILE_FILL_RETRY", SECOND, HOUR),
            optional("NATTER_PROFILE_REBUILD", oneOf("true", "false")),
            optional("NATTER_PUSH_PUBLIC_KEY", text()),
            number("NATTER_PUSH_SUBSCRIPTIONS", 1, 100),
            number("NATTER_PUSH_SUBSCRIPTIONS_PER_HOUR", 1, MILLION),
            duration("NATTER_PUSH_PAUSE", MOMENT, MINUTE),
            duration("NATTER_PUSH_TIME_TO_LIVE", SECOND, DAY.multipliedBy(28)),
            optional("NATTER_PUSH_PRIVATE_ENDPOINTS", oneOf("true", "false")),
            optional("NATTER_TRACES_URL", url("http", "https")),
            optional("NATTER_TRACES_SHARE", share()));

    private Environment() {}

    /** The user service, which issues the tokens, is stricter; here it only must be what an issuer looks like. */
    private static void origin(String value) {
        if (!value.matches("https?://[^/\\s?#@]+")) {
            throw new IllegalArgumentException("must be an origin such as https://chat.example.com");
        }
    }

    private static void size(String value) {
        if (!value.matches("\\d{1,12}[KkMmGgTt]?")) {
            throw new IllegalArgumentException("must be a size such as 500M or 5G, or 0");
        }
    }

    /** The mail service is stricter. */
    private static void address(String value) {
        if (!value.matches("[^@\\s<>,;]+@[^@\\s<>,;]+")) {
            throw new IllegalArgumentException("must be one mail address, without a name");
        }
    }

    private static void internalToken(String value) {
        if (value.length() < INTERNAL_TOKEN_LENGTH) {
            throw new IllegalArgumentException("must have at least " + INTERNAL_TOKEN_LENGTH + " characters");
        }
    }
}
