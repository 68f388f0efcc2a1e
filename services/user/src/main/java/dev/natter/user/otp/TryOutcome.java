package dev.natter.user.otp;

import java.time.Duration;

/** The outcome of a try. */
sealed interface TryOutcome {

    /** The code was right, and is used now. */
    record Accepted() implements TryOutcome {}

    /** Wrong, expired, used or unknown; indistinguishable to the client. */
    record Refused() implements TryOutcome {}

    /** Too many wrong tries; nothing was compared. */
    record Locked(Duration retryAfter) implements TryOutcome {}
}
