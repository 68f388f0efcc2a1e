package dev.natter.user.account;

import dev.natter.web.Refusal;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address as accounts know it: one spelling for each mailbox, safe to put into a mail header and into a Redis key.
 * Lower-case, its domain in ASCII. The local part is a dot-atom (RFC 5322) of at most 64 characters, the whole at most 254.
 */
public record EmailAddress(String value) {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_LENGTH = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?!\\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /** The address that somebody typed; 400 when it is none. */
    public static EmailAddress of(@Nullable String typed) {
        return parse(typed).orElseThrow(() -> Refusal.malformed("email", "must be an e-mail address"));
    }

    /** The address that somebody typed, or nothing when it is none. */
    static Optional<EmailAddress> parse(@Nullable String typed) {
        if (typed == null || typed.length() > MAX_LENGTH * 2) {
            return Optional.empty();
        }
        var text = Normalizer.normalize(trim(typed), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var at = text.indexOf('@');
        if (at < 1
                || at > MAX_LOCAL_LENGTH
                || !LOCAL.matcher(text.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return asciiDomain(text.substring(at + 1))
                .map(domain -> text.substring(0, at + 1) + domain)
                .filter(address -> address.length() <= MAX_LENGTH)
                .map(EmailAddress::new);
    }

    /** Spaces alone: whoever sends line breaks or other control characters has not mistyped. */
    private static String trim(String typed) {
        int start = 0;
        int end = typed.length();
        while (start < end && typed.charAt(start) == ' ') {
            start++;
        }
        while (end > start && typed.charAt(end - 1) == ' ') {
            end--;
        }
        return typed.substring(start, end);
    }

    private static Optional<String> asciiDomain(String domain) {
        try {
            var ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(name -> DOMAIN.matcher(name).matches());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** What stands before the at sign. */
    String localPart() {
        return value.substring(0, value.indexOf('@'));
    }

    /** Leaves the address out: whose it is is nobody's business who reads logs. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
