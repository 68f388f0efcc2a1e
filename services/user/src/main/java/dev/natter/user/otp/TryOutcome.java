package dev.natter.user.otp;

import java.time.Duration;

/** What became of a try. */
sealed interface TryOutcome {

    /** The code is right, and now used. */
    record Accepted() implements TryOutcome {}

    /** Wrong, expired, used or unknown: nobody is told which. */
    record Refused() implements TryOutcome {}

    /** Too many wrong tries; nothing was compared. */
    record Locked(Duration retryAfter) implements TryOutcome {}
}
