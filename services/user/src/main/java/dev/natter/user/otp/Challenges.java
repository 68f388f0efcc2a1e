package dev.natter.user.otp;

import dev.natter.user.account.EmailAddress;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The codes of the moment. Each is good for its own time and has tries of its own, whatever becomes of the others. */
interface Challenges {

    /** Opens a challenge that this code will meet. */
    Uni<Void> open(EmailAddress email, String challengeId, OtpCode code);

    /** Takes a challenge back, as if it had never been. */
    Uni<Void> withdraw(EmailAddress email, String challengeId);

    /**
     * Tries a code. The comparison, the count of the try and, when the code is right, the end of all challenges of the address
     * are one step: of any number of tries at once, one can succeed, and no more are compared than are allowed. The wrong
     * tries of a known device are counted for it alone, those of all other browsers together.
     */
    Uni<TryOutcome> attempt(EmailAddress email, String challengeId, String code, Optional<String> knownDevice);
}
