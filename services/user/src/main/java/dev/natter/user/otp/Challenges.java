package dev.natter.user.otp;

import dev.natter.user.account.EmailAddress;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Pending challenges. Each has its own lifetime and tries. */
interface Challenges {

    /** Stores a challenge with this code. */
    Uni<Void> open(EmailAddress email, String challengeId, OtpCode code);

    /** Removes a challenge and its traces. */
    Uni<Void> withdraw(EmailAddress email, String challengeId);

    /**
     * Tries a code. Comparing, counting the try and, on success, ending all challenges of the address are one atomic
     * step: of concurrent tries at most one succeeds, and no more are compared than allowed. Wrong tries of a known
     * device are counted separately from those of all other browsers.
     */
    Uni<TryOutcome> attempt(EmailAddress email, String challengeId, String code, Optional<String> knownDevice);
}
