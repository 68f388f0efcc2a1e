package dev.natter.user.otp;

import dev.natter.user.account.EmailAddress;
import dev.natter.user.account.FindOrCreateAccount;
import dev.natter.user.device.DeviceTokens;
import dev.natter.user.session.Device;
import dev.natter.user.session.SignedIn;
import dev.natter.user.session.StartSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Signs in with a code, and creates the account at the first sign-in. */
@ApplicationScoped
class VerifyOtp {

    private final CheckCode checkCode;
    private final FindOrCreateAccount openAccount;
    private final StartSession startSession;

    VerifyOtp(CheckCode checkCode, FindOrCreateAccount openAccount, StartSession startSession) {
        this.checkCode = checkCode;
        this.openAccount = openAccount;
        this.startSession = startSession;
    }

    /** Fails like {@link CheckCode#handle}. */
    Uni<SignedIn> handle(EmailAddress email, String challengeId, String code, Device device, DeviceTokens shown) {
        return checkCode
                .handle(email, challengeId, code, shown)
                .chain(() -> openAccount.handle(email))
                .chain(account -> startSession.handle(account, device, shown));
    }
}
