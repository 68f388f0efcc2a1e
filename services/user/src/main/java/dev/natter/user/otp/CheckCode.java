package dev.natter.user.otp;

import dev.natter.user.account.EmailAddress;
import dev.natter.user.audit.Audit;
import dev.natter.user.audit.AuditEvent;
import dev.natter.user.device.DeviceTokens;
import dev.natter.user.device.KnownDevices;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Checks a mailed code, which works once. */
@ApplicationScoped
public class CheckCode {

    private final KnownDevices devices;
    private final Challenges challenges;
    private final Audit audit;

    CheckCode(KnownDevices devices, Challenges challenges, Audit audit) {
        this.devices = devices;
        this.challenges = challenges;
        this.audit = audit;
    }

    /**
     * Completes if the code was mailed to this address for this challenge, and consumes it. Fails with 401 {@code
     * otp_invalid} for every reason but too many wrong tries: 429 {@code otp_locked}.
     */
    public Uni<Void> handle(EmailAddress email, String challengeId, String code, DeviceTokens shown) {
        return devices.find(shown, email)
                .chain(known -> challenges.attempt(email, challengeId, code, known))
                .invoke(outcome -> requireAccepted(outcome, challengeId))
                .replaceWithVoid();
    }

    private void requireAccepted(TryOutcome outcome, String challengeId) {
        if (outcome instanceof TryOutcome.Refused) {
            audit.tell(AuditEvent.SIGN_IN_REFUSED, Map.of("challengeId", challengeId));
            throw ApiException.unauthenticated(
                    ErrorCode.OTP_INVALID, "The code is wrong or expired. Check it, or request a new one.");
        }
        if (outcome instanceof TryOutcome.Locked locked) {
            audit.tell(AuditEvent.SIGN_IN_LOCKED, Map.of("challengeId", challengeId));
            throw ApiException.tooMany(
                    ErrorCode.OTP_LOCKED, "Too many wrong codes. Request a new one.", locked.retryAfter());
        }
    }
}
