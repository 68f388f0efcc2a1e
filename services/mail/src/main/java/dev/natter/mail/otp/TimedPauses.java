package dev.natter.mail.otp;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Pauses that really take their time. */
@ApplicationScoped
class TimedPauses implements Pauses {

    @Override
    public Uni<Void> of(Duration length) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(length);
    }
}
