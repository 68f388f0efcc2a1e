package dev.natter.user.limit;

/** Every limit of this service. */
public enum RateLimit {
    /** One-time passwords mailed to one address. */
    OTP_ADDRESS(WhenUncounted.REFUSE),
    /** One-time passwords asked for from one network. */
    OTP_NETWORK(WhenUncounted.REFUSE),
    /** Searches for people by one user. */
    SEARCH(WhenUncounted.ALLOW);

    private final WhenUncounted whenUncounted;

    RateLimit(WhenUncounted whenUncounted) {
        this.whenUncounted = whenUncounted;
    }

    WhenUncounted whenUncounted() {
        return whenUncounted;
    }

    /** What happens while Redis, which counts, is away. */
    enum WhenUncounted {
        /** Fails closed: what the limit protects matters more than the request. */
        REFUSE,
        /** Fails open: the request matters more. */
        ALLOW
    }
}
