package dev.natter.user.account;

import com.ibm.icu.text.IDNA;
import dev.natter.web.ApiException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A normalised e-mail address: one spelling for each mailbox, safe in a mail header and in a Redis key. Lower-case, its
 * domain in ASCII by UTS #46 (non-transitional) as in browsers; {@code java.net.IDN} implements IDNA 2003, which maps
 * some domains to those of others. The local part is a dot-atom (RFC 5322) of at most 64 characters, the whole has at
 * most 254.
 */
public record EmailAddress(String value) {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL_LENGTH = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?!\\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private static final IDNA UTS46 = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    /** Parses user input; fails with 400 if it is not an address. */
    public static EmailAddress of(@Nullable String typed) {
        return parse(typed).orElseThrow(() -> ApiException.malformed("email", "must be an e-mail address"));
    }

    /** Parses user input; empty if it is not an address. */
    static Optional<EmailAddress> parse(@Nullable String typed) {
        if (typed == null || typed.length() > MAX_LENGTH * 2) {
            return Optional.empty();
        }
        var text = trim(typed);
        var at = text.indexOf('@');
        if (at < 1
                || at > MAX_LOCAL_LENGTH
                || !LOCAL.matcher(text.substring(0, at)).matches()) {
            return Optional.empty();
        }
        return asciiDomain(text.substring(at + 1))
                .map(domain -> text.substring(0, at + 1).toLowerCase(Locale.ROOT) + domain)
                .filter(address -> address.length() <= MAX_LENGTH)
                .map(EmailAddress::new);
    }

    /** Trims spaces only: line breaks and other control characters are not typing mistakes. */
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
        var info = new IDNA.Info();
        var ascii = UTS46.nameToASCII(domain, new StringBuilder(), info).toString();
        // Browsers allow hyphens there, and such domains exist.
        var isValid = info.getErrors().stream().allMatch(IDNA.Error.HYPHEN_3_4::equals);
        return Optional.of(ascii).filter(name -> isValid && DOMAIN.matcher(name).matches());
    }

    /** The local part. */
    String localPart() {
        return value.substring(0, value.indexOf('@'));
    }

    /** Omits the address: it must not reach a log. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
