package dev.natter.mail.otp;

import io.smallrye.mutiny.Uni;

/** The broker's side of a message: what it is told in the end. Both complete once the broker's socket has it. */
interface Receipt {

    /** The message is done with. */
    Uni<Void> acknowledge();

    /** The message goes to {@code otp-mail.dead}. */
    Uni<Void> park();
}
