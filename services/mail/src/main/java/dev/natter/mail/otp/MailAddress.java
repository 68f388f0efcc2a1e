package dev.natter.mail.otp;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that may be written into an SMTP command and a header as it stands: a dot-atom and a domain (RFC 5321), in
 * ASCII, within the lengths that SMTP knows. An international domain is taken in its ASCII form; an international local
 * part is not, because that takes SMTPUTF8 all the way.
 *
 * @param local what stands before the @
 * @param domain in ASCII
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
        var local = text.substring(0, at);
        return ascii(text.substring(at + 1))
                .filter(domain -> LOCAL.matcher(local).matches())
                .filter(domain -> local.length() + 1 + domain.length() <= LONGEST)
                .map(domain -> new MailAddress(local, domain));
    }

    /** Whether {@code text} is an address, with nothing around it. */
    public static boolean isWellFormed(String text) {
        return of(text).isPresent();
    }

    private static Optional<String> ascii(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES))
                    .filter(ascii -> DOMAIN.matcher(ascii).matches());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
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
