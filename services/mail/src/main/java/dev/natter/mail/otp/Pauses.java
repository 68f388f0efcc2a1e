package dev.natter.mail.otp;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Waiting, without a thread. */
interface Pauses {

    /** Completes once the time has passed; takes nothing with it when it is cancelled. */
    Uni<Void> of(Duration length);
}
