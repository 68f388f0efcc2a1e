package dev.natter.mail.otp;

import io.vertx.ext.mail.SMTPException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what an SMTP server will never accept from what it may accept later, by the numbers of its reply (RFC 5321). Its
 * words are left out: they quote addresses.
 */
final class SmtpFailures {

    /** RFC 4954: they speak of this service's credentials, not of the mail; when those are mended, the mail goes out. */
    private static final Set<Integer> ABOUT_OUR_CREDENTIALS = Set.of(530, 534, 535, 538);

    /** The code, and behind it the enhanced one of RFC 3463 where the server has it. */
    private static final Pattern NUMBERS = Pattern.compile("([2-5][0-9]{2})(?:[ -]([245](?:\\.[0-9]{1,3}){2})\\b)?");

    private static final String GIBBERISH = "a reply without a code";

    private SmtpFailures() {}

    /** What {@code failure} of a conversation means for the mail: a {@link Refusal} or a {@link Deferral}. */
    static RuntimeException meaning(Throwable failure) {
        if (!(failure instanceof SMTPException reply)) {
            return new Deferral(failure.getClass().getSimpleName() + ": " + failure.getMessage());
        }
        var numbers = numbers(reply.getReplyMessage());
        return isForGood(reply, numbers) ? new Refusal(numbers) : new Deferral(numbers);
    }

    /** The mail client calls a reply that it cannot read a 500, which is not what the server said. */
    private static boolean isForGood(SMTPException reply, String numbers) {
        return reply.isPermanent() && numbers.startsWith("5") && !ABOUT_OUR_CREDENTIALS.contains(reply.getReplyCode());
    }

    private static String numbers(String reply) {
        var numbers = NUMBERS.matcher(reply);
        return numbers.lookingAt() ? numbers.group().replace('-', ' ') : GIBBERISH;
    }
}
