package dev.natter.mail.otp;

/** The mail could not be handed over now; later it may. Says why, without the words of the server. */
final class Deferral extends RuntimeException {

    Deferral(String why) {
        super(why, null, false, false);
    }
}
