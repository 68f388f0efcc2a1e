package dev.natter.user.otp;

import dev.natter.user.account.EmailAddress;
import dev.natter.user.account.FindOrCreateAccount;
import dev.natter.user.audit.Audit;
import dev.natter.user.audit.AuditEvent;
import dev.natter.user.device.DeviceTokens;
import dev.natter.user.device.KnownDevices;
import dev.natter.user.session.Device;
import dev.natter.user.session.SignedIn;
import dev.natter.user.session.StartSession;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Signs in with a code, and creates the account at the first sign-in. */
@ApplicationScoped
class VerifyOtp {

    private final KnownDevices devices;
    private final Challenges challenges;
    private final FindOrCreateAccount openAccount;
    private final StartSession startSession;
    private final Audit audit;

    VerifyOtp(
            KnownDevices devices,
            Challenges challenges,
            FindOrCreateAccount openAccount,
            StartSession startSession,
            Audit audit) {
        this.devices = devices;
        this.challenges = challenges;
        this.openAccount = openAccount;
        this.startSession = startSession;
        this.audit = audit;
    }

    /** Fails with 401 {@code otp_invalid} for every reason but too many wrong tries: 429 {@code otp_locked}. */
    Uni<SignedIn> handle(EmailAddress email, String challengeId, String code, Device device, DeviceTokens shown) {
        return devices.find(shown, email)
                .chain(known -> challenges.attempt(email, challengeId, code, known))
                .invoke(outcome -> requireAccepted(outcome, challengeId))
                .chain(accepted -> openAccount.handle(email))
                .chain(account -> startSession.handle(account, device, shown));
    }

    private void requireAccepted(TryOutcome outcome, String challengeId) {
        if (outcome instanceof TryOutcome.Refused) {
            audit.tell(AuditEvent.SIGN_IN_REFUSED, Map.of("challengeId", challengeId));
            throw Refusal.unauthenticated(
                    ErrorCode.OTP_INVALID, "The code is wrong or expired. Check it, or request a new one.");
        }
        if (outcome instanceof TryOutcome.Locked locked) {
            audit.tell(AuditEvent.SIGN_IN_LOCKED, Map.of("challengeId", challengeId));
            throw Refusal.tooMany(
                    ErrorCode.OTP_LOCKED, "Too many wrong codes. Request a new one.", locked.retryAfter());
        }
    }
}
