package dev.natter.mail.otp;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Pauses that really take their time. */
@Singleton
class TimedPauses implements Pauses {

    @Override
    public Uni<Void> of(Duration length) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(length);
    }
}
