package dev.natter.user.account;

import com.ibm.icu.text.IDNA;
import dev.natter.web.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address as accounts know it: one spelling for each mailbox, safe to put into a mail header and into a Redis key.
 * Lower-case, its domain in ASCII by UTS #46 (non-transitional), as browsers write it: {@code java.net.IDN} has IDNA 2003,
 * which makes other people's domains of some. The local part is a dot-atom (RFC 5322) of at most 64 characters, the whole
 * at most 254.
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

    /** The address that somebody typed; 400 when it is none. */
    public static EmailAddress of(@Nullable String typed) {
        return parse(typed).orElseThrow(() -> Refusal.malformed("email", "must be an e-mail address"));
    }

    /** The address that somebody typed, or nothing when it is none. */
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
        var info = new IDNA.Info();
        var ascii = UTS46.nameToASCII(domain, new StringBuilder(), info).toString();
        // Browsers allow hyphens there, and there are such domains.
        var isValid = info.getErrors().stream().allMatch(IDNA.Error.HYPHEN_3_4::equals);
        return Optional.of(ascii).filter(name -> isValid && DOMAIN.matcher(name).matches());
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
