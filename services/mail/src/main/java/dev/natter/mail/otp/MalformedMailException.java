package dev.natter.mail.otp;

/** A message that is no mail. Says which part of it is wrong, never what stands there. */
final class MalformedMailException extends RuntimeException {

    MalformedMailException(String complaint) {
        super(complaint, null, false, false);
    }
}
