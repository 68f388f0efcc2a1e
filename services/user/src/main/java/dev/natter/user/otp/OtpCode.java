package dev.natter.user.otp;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** A one-time code: six digits. */
record OtpCode(String digits) {

    private static final int COUNT = 1_000_000;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{6}");

    OtpCode {
        if (!isWellFormed(digits)) {
            throw new IllegalArgumentException("six digits");
        }
    }

    /** All 10⁶ codes are equally likely; {@code random} must be cryptographically strong. */
    static OtpCode draw(RandomGenerator random) {
        return new OtpCode("%06d".formatted(random.nextInt(COUNT)));
    }

    static boolean isWellFormed(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** Omits the code: it must not reach a log. */
    @Override
    public String toString() {
        return "OtpCode[…]";
    }
}
