package dev.natter.redis.limit;

import java.util.Locale;

/** All rate limits. The services' settings have their rates. */
public enum RateLimit {
    /**
     * One-time codes mailed to one address. Without headers: they would reveal how many others request codes for it.
     */
    OTP_ADDRESS(WhenUncounted.REFUSE, false),
    /** One-time codes mailed to one address, requested by one known browser. */
    OTP_DEVICE(WhenUncounted.REFUSE, false),
    /** One-time codes requested from one network. */
    OTP_NETWORK(WhenUncounted.REFUSE, true),
    /** Searches by one user. */
    SEARCH(WhenUncounted.ALLOW, true),
    /** Changes of one's own profile, settings, blocks and account. */
    ACCOUNT_CHANGE(WhenUncounted.ALLOW, true),
    /** Searches in messages by one user. */
    MESSAGE_SEARCH(WhenUncounted.ALLOW, true),
    /** Invites that one user makes. */
    INVITE(WhenUncounted.ALLOW, true),
    /** Invites that one user accepts. */
    INVITE_ACCEPT(WhenUncounted.ALLOW, true),
    /** Invites that one network looks at. */
    INVITE_NETWORK(WhenUncounted.ALLOW, true),
    /** Reports that one user makes. */
    REPORT(WhenUncounted.ALLOW, true),
    /** Conversations that one user starts, existing ones included. */
    CONVERSATION(WhenUncounted.ALLOW, true),
    /** Messages that one user sends over REST; sockets have their own limiter. */
    MESSAGE(WhenUncounted.ALLOW, true),
    /** Messages that one user edits and deletes, and reactions. */
    MESSAGE_CHANGE(WhenUncounted.ALLOW, true),
    /** Messages whose receipts one user reads. */
    MESSAGE_RECEIPTS(WhenUncounted.ALLOW, true),
    /** Images that one user uploads. */
    IMAGE(WhenUncounted.ALLOW, true),
    /** Push subscriptions that one user makes. */
    PUSH_SUBSCRIPTION(WhenUncounted.ALLOW, true),
    /** Own uploads that one user reads before they are sent. */
    IMAGE_INSPECTION(WhenUncounted.ALLOW, true);

    private final WhenUncounted whenUncounted;
    private final boolean told;

    RateLimit(WhenUncounted whenUncounted, boolean told) {
        this.whenUncounted = whenUncounted;
        this.told = told;
    }

    WhenUncounted whenUncounted() {
        return whenUncounted;
    }

    /** Whether responses have RateLimit headers for it. */
    boolean isTold() {
        return told;
    }

    /** Its name in headers and keys. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What happens while Redis is unavailable. */
    enum WhenUncounted {
        /** Fails closed: the protected resource matters more than the request. */
        REFUSE,
        /** Fails open: the request matters more. */
        ALLOW
    }
}
