package dev.natter.mail.smtp;

import io.vertx.ext.mail.SMTPException;
import java.util.Set;
import java.util.regex.Pattern;

/** Classifies what ended a send, by the reply code (RFC 5321). The reply's text is left out: it quotes addresses. */
final class SmtpFailures {

    /** RFC 4954: about this service's credentials, not about the mail, which can be sent once they are corrected. */
    private static final Set<Integer> AUTHENTICATION = Set.of(530, 534, 535, 538);

    /** The code, followed by the enhanced code of RFC 3463 when the server sends one. */
    private static final Pattern CODES = Pattern.compile("([2-5][0-9]{2})(?:[ -]([245](?:\\.[0-9]{1,3}){2})\\b)?");

    private SmtpFailures() {}

    /** Returns a {@link PermanentFailure} or a {@link TransientFailure}. */
    static RuntimeException classify(Throwable failure) {
        if (!(failure instanceof SMTPException reply)) {
            return new TransientFailure(failure.getClass().getSimpleName() + ": " + failure.getMessage());
        }
        var codes = codes(reply.getReplyMessage());
        return isPermanent(reply, codes) ? new PermanentFailure(codes) : new TransientFailure(codes);
    }

    /** The client reports a reply that it cannot parse as 500, which is not what the server said. */
    private static boolean isPermanent(SMTPException reply, String codes) {
        return reply.isPermanent() && codes.startsWith("5") && !AUTHENTICATION.contains(reply.getReplyCode());
    }

    private static String codes(String reply) {
        var codes = CODES.matcher(reply);
        return codes.lookingAt() ? codes.group().replace('-', ' ') : "a reply without a code";
    }
}
