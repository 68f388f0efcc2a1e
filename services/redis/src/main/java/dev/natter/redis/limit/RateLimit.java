package dev.natter.redis.limit;

import java.util.Locale;

/** All rate limits. The services' settings have their rates. */
public enum RateLimit {
    /**
     * One-time codes mailed to one address. Without headers: they would reveal how many others request codes for it.
     */
    OTP_ADDRESS(OnRedisFailure.REFUSE, false),
    /** One-time codes mailed to one address, requested by one known browser. */
    OTP_DEVICE(OnRedisFailure.REFUSE, false),
    /** One-time codes requested from one network. */
    OTP_NETWORK(OnRedisFailure.REFUSE, true),
    /** Searches by one user. */
    SEARCH(OnRedisFailure.ALLOW, true),
    /** Changes of one's own profile, settings, blocks and account. */
    ACCOUNT_CHANGE(OnRedisFailure.ALLOW, true),
    /** Mails about missed messages that one network switches off. */
    UNSUBSCRIBE(OnRedisFailure.ALLOW, true),
    /** Searches in messages by one user. */
    MESSAGE_SEARCH(OnRedisFailure.ALLOW, true),
    /** Invites that one user makes. */
    INVITE(OnRedisFailure.ALLOW, true),
    /** Invites that one user accepts. */
    INVITE_ACCEPT(OnRedisFailure.ALLOW, true),
    /** Invites that one network looks at. */
    INVITE_NETWORK(OnRedisFailure.ALLOW, true),
    /** Exports that one user begins. */
    EXPORT(OnRedisFailure.REFUSE, true),
    /** Reports that one user makes. */
    REPORT(OnRedisFailure.ALLOW, true),
    /** Conversations that one user starts, existing ones included. */
    CONVERSATION(OnRedisFailure.ALLOW, true),
    /** Messages that one user sends over REST; sockets have their own limiter. */
    MESSAGE(OnRedisFailure.ALLOW, true),
    /** Messages that one user edits and deletes, and reactions. */
    MESSAGE_CHANGE(OnRedisFailure.ALLOW, true),
    /** Messages whose receipts one user reads. */
    MESSAGE_RECEIPTS(OnRedisFailure.ALLOW, true),
    /** Images that one user uploads. */
    IMAGE(OnRedisFailure.ALLOW, true),
    /** Files that one user uploads. */
    FILE(OnRedisFailure.ALLOW, true),
    /** Voice messages that one user uploads. */
    VOICE(OnRedisFailure.ALLOW, true),
    /** Photos of oneself and of groups that one user sets and removes. */
    AVATAR(OnRedisFailure.ALLOW, true),
    /** Push subscriptions that one user makes. */
    PUSH_SUBSCRIPTION(OnRedisFailure.ALLOW, true),
    /** Own uploads that one user reads before they are sent. */
    UPLOAD_CHECK(OnRedisFailure.ALLOW, true);

    private final OnRedisFailure onRedisFailure;
    private final boolean inHeaders;

    RateLimit(OnRedisFailure onRedisFailure, boolean inHeaders) {
        this.onRedisFailure = onRedisFailure;
        this.inHeaders = inHeaders;
    }

    OnRedisFailure onRedisFailure() {
        return onRedisFailure;
    }

    /** Whether responses have RateLimit headers for it. */
    boolean isInHeaders() {
        return inHeaders;
    }

    /** Its name in headers and keys. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What happens while Redis is unavailable. */
    enum OnRedisFailure {
        /** Fails closed: the protected resource matters more than the request. */
        REFUSE,
        /** Fails open: the request matters more. */
        ALLOW
    }
}
