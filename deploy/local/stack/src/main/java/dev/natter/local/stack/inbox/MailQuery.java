package dev.natter.local.stack.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A search as Mailpit understands it, the part of it that tests use: {@code to:}, {@code from:}, {@code subject:} and
 * plain words, each optionally in double quotes; a mail has to match all of them. Case makes no difference.
 */
final class MailQuery {
    private static final Pattern TERM = Pattern.compile("(?:(to|from|subject):)?(?:\"([^\"]*)\"|(\\S+))");

    private MailQuery() {}

    static Predicate<Mail> parse(String query) {
        List<Predicate<Mail>> terms = new ArrayList<>();
        var matcher = TERM.matcher(query.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            var value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            terms.add(term(String.valueOf(matcher.group(1)), value));
        }
        return mail -> terms.stream().allMatch(term -> term.test(mail));
    }

    private static Predicate<Mail> term(String field, String value) {
        return switch (field) {
            case "to" -> mail -> recipients(mail).anyMatch(address -> address.matches(value));
            case "from" -> mail -> mail.from() != null && mail.from().matches(value);
            case "subject" -> mail -> contains(mail.subject(), value);
            default -> mail -> contains(mail.subject(), value) || contains(mail.text(), value);
        };
    }

    private static Stream<Address> recipients(Mail mail) {
        return Stream.of(mail.to(), mail.cc(), mail.bcc()).flatMap(List::stream);
    }

    private static boolean contains(String text, String value) {
        return text.toLowerCase(Locale.ROOT).contains(value);
    }
}
