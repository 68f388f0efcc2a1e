package dev.natter.user;

import static dev.natter.boot.Setting.duration;
import static dev.natter.boot.Setting.number;
import static dev.natter.boot.Setting.oneOf;
import static dev.natter.boot.Setting.optional;
import static dev.natter.boot.Setting.required;
import static dev.natter.boot.Setting.share;
import static dev.natter.boot.Setting.text;
import static dev.natter.boot.Setting.url;

import dev.natter.boot.Settings;
import dev.natter.user.http.InternalToken;
import dev.natter.user.http.PublicOrigin;
import dev.natter.user.otp.OtpPepper;
import dev.natter.user.token.SigningKeys;
import dev.natter.web.TrustedProxies;
import java.time.Duration;

/**
 * The environment variables of this service, validated before anything else, so that a missing or malformed one is one
 * line and not a stack trace. The {@code …Config} mappings and deploy/configuration.md describe them.
 */
final class Environment {

    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(366);
    private static final int MILLION = 1_000_000;

    static final Settings SETTINGS = Settings.of(
            required("NATTER_MONGODB_URL", url("mongodb", "mongodb\\+srv")),
            optional("NATTER_MONGODB_DATABASE", text()),
            optional("NATTER_MONGODB_RETRY_WRITES", oneOf("true", "false")),
            required("NATTER_REDIS_URL", url("redis", "rediss")),
            duration("NATTER_REDIS_REQUEST_TIMEOUT", MOMENT, MINUTE),
            number("NATTER_BROKER_MAX_UNCONFIRMED", 1, MILLION),
            required("NATTER_PUBLIC_ORIGIN", PublicOrigin::of),
            required("NATTER_INTERNAL_TOKEN", InternalToken::of),
            optional("NATTER_TRUSTED_PROXIES", TrustedProxies::of),
            required("NATTER_SIGNING_KEYS", SigningKeys::of),
            duration("NATTER_ACCESS_TOKEN_LIFETIME", SECOND, DAY),
            duration("NATTER_JWKS_MAX_AGE", Duration.ZERO, DAY),
            required("NATTER_OTP_PEPPER", OtpPepper::of),
            duration("NATTER_OTP_LIFETIME", SECOND, HOUR),
            number("NATTER_OTP_TRIES", 1, 100),
            number("NATTER_OTP_DAILY_TRIES", 1, 10_000),
            number("NATTER_OTP_DEVICE_DAILY_TRIES", 1, 10_000),
            duration("NATTER_OTP_RESEND_INTERVAL", SECOND, HOUR),
            number("NATTER_OTP_ADDRESS_HOURLY_LIMIT", 1, MILLION),
            number("NATTER_OTP_NETWORK_HOURLY_LIMIT", 1, MILLION),
            number("NATTER_OTP_NETWORK_DAILY_LIMIT", 1, MILLION),
            duration("NATTER_OTP_CONFIRM_TIMEOUT", MOMENT, MINUTE),
            duration("NATTER_SESSION_ABSOLUTE_LIFETIME", MINUTE, YEAR),
            duration("NATTER_SESSION_IDLE_LIFETIME", MINUTE, YEAR),
            duration("NATTER_SESSION_REMEMBER_ENDED", MINUTE, YEAR),
            number("NATTER_ACCOUNT_CHANGES_PER_MINUTE", 1, MILLION),
            number("NATTER_SEARCH_LIMIT_PER_MINUTE", 1, MILLION),
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
            duration("NATTER_EVENTS_CONFIRM_TIMEOUT", MOMENT, MINUTE),
            duration("NATTER_EVENTS_RETRY_AFTER", SECOND, HOUR),
            duration("NATTER_EVENTS_SWEEP_INTERVAL", SECOND, HOUR),
            number("NATTER_EVENTS_SWEEP_BATCH", 1, 10_000),
            optional("NATTER_TRACES_URL", url("http", "https")),
            optional("NATTER_TRACES_SHARE", share()));

    private Environment() {}
}
