package dev.natter.mail.smtp;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that is safe in an SMTP command and a header as it stands: a dot-atom and a domain (RFC 5321) in ASCII, within
 * SMTP's lengths. The publisher converts international domains to ASCII; an international local part needs SMTPUTF8 on
 * every hop and is not supported.
 *
 * @param local the part before the @
 */
public record MailAddress(String local, String domain) {
    private static final int MAX_LENGTH = 254;
    private static final Pattern LOCAL =
            Pattern.compile("(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    /** Parses an address; empty when {@code text} is not one. */
    public static Optional<MailAddress> of(String text) {
        var at = text.lastIndexOf('@');
        if (at < 0 || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return Optional.of(new MailAddress(text.substring(0, at), text.substring(at + 1)))
                .filter(address -> LOCAL.matcher(address.local).matches())
                .filter(address -> DOMAIN.matcher(address.domain).matches());
    }

    /** The address as SMTP writes it. */
    public String addrSpec() {
        return local + "@" + domain;
    }

    /** Enough to recognise the provider, too little to recognise the person: an address must not reach a log. */
    @Override
    public String toString() {
        return local.charAt(0) + "***@" + domain;
    }
}
