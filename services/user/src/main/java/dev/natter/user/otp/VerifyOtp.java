package dev.natter.user.otp;

import dev.natter.user.account.EmailAddress;
import dev.natter.user.account.OpenAccount;
import dev.natter.user.session.Device;
import dev.natter.user.session.SignedIn;
import dev.natter.user.session.StartSession;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Signs in whoever has the code, and makes his account if it is his first time. */
@ApplicationScoped
class VerifyOtp {

    private final Challenges challenges;
    private final OpenAccount openAccount;
    private final StartSession startSession;

    VerifyOtp(Challenges challenges, OpenAccount openAccount, StartSession startSession) {
        this.challenges = challenges;
        this.openAccount = openAccount;
        this.startSession = startSession;
    }

    /** Fails with 401 {@code otp_invalid} for every reason but too many wrong tries: 429 {@code otp_locked}. */
    Uni<SignedIn> handle(EmailAddress email, String challengeId, String code, Device device) {
        return challenges
                .attempt(email, challengeId, code)
                .invoke(VerifyOtp::requireAccepted)
                .chain(accepted -> openAccount.handle(email))
                .chain(account -> startSession.handle(account, device));
    }

    private static void requireAccepted(TryOutcome outcome) {
        if (outcome instanceof TryOutcome.Refused) {
            throw Refusal.unauthenticated(ErrorCode.OTP_INVALID, "This code is not good (any more). Ask for another.");
        }
        if (outcome instanceof TryOutcome.Locked locked) {
            throw Refusal.tooMany(ErrorCode.OTP_LOCKED, "Too many wrong codes. Ask for another.", locked.retryAfter());
        }
    }
}
