package dev.natter.redis.limit;

import java.util.Locale;

/** Every limit there is on how often somebody may do something; how often that is, the services' settings say. */
public enum RateLimit {
    /** One-time passwords mailed to one address. Not told: how many others ask for it is nobody's business. */
    OTP_ADDRESS(WhenUncounted.REFUSE, false),
    /** One-time passwords mailed to one address, asked for by one browser that has signed in to it before. */
    OTP_DEVICE(WhenUncounted.REFUSE, false),
    /** One-time passwords asked for from one network. */
    OTP_NETWORK(WhenUncounted.REFUSE, true),
    /** Searches for people by one user. */
    SEARCH(WhenUncounted.ALLOW, true),
    /** Conversations that one user starts, or looks for by starting them. */
    CONVERSATION(WhenUncounted.ALLOW, true),
    /** Messages that one user sends over REST; a socket has a meter of its own. */
    MESSAGE(WhenUncounted.ALLOW, true),
    /** Images that one user uploads. */
    IMAGE(WhenUncounted.ALLOW, true),
    /** Uploads that one user looks at before they are inspected. */
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

    /** Whether answers say how much of it is left. */
    boolean isTold() {
        return told;
    }

    /** As it is called in headers and keys. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What happens while Redis, which counts, is away. */
    enum WhenUncounted {
        /** Fails closed: what the limit protects matters more than the request. */
        REFUSE,
        /** Fails open: the request matters more. */
        ALLOW
    }
}
