package dev.natter.mail.otp;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that may be written into an SMTP command and a header as it stands: a dot-atom and a domain (RFC 5321), in
 * ASCII and within the lengths that SMTP knows. Whoever publishes mails has brought an international domain into its ASCII
 * form; an international local part would take SMTPUTF8 all the way.
 *
 * @param local what stands before the @
 */
public record MailAddress(String local, String domain) {

    private static final int LONGEST = 254;
    private static final Pattern LOCAL =
            Pattern.compile("(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    /** The address that {@code text} is, if it is one. */
    static Optional<MailAddress> of(String text) {
        var at = text.lastIndexOf('@');
        if (at < 0 || text.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.of(new MailAddress(text.substring(0, at), text.substring(at + 1)))
                .filter(address -> LOCAL.matcher(address.local).matches())
                .filter(address -> DOMAIN.matcher(address.domain).matches());
    }

    /** Whether {@code text} is an address, with nothing around it. */
    public static boolean isWellFormed(String text) {
        return of(text).isPresent();
    }

    /** As SMTP has it. */
    String addrSpec() {
        return local + "@" + domain;
    }

    /** Enough to see which provider a trouble is with, too little to know the person. */
    String masked() {
        return local.charAt(0) + "***@" + domain;
    }

    /** Masked: an address in clear must not reach a log by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
