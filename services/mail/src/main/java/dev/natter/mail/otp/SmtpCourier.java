package dev.natter.mail.otp;

import dev.natter.events.OtpMail;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Carries mails to the SMTP server of the configuration. */
@Singleton
class SmtpCourier implements Courier {

    private final ComposeMail composeMail;
    private final SmtpLanes lanes;
    private final Duration conversationTimeout;

    SmtpCourier(ComposeMail composeMail, SmtpLanes lanes, SmtpConfig config) {
        this.composeMail = composeMail;
        this.lanes = lanes;
        this.conversationTimeout = config.conversationTimeout();
    }

    @Override
    public Uni<Void> carry(OtpMail mail, Duration time) {
        var most = time.compareTo(conversationTimeout) < 0 ? time : conversationTimeout;
        return composeMail
                .handle(mail)
                .chain(composed -> lanes.send(composed, most).onFailure().transform(SmtpFailures::meaning));
    }
}
