package dev.natter.local.stack.inbox;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Mail} of what came in by SMTP. */
final class MailParser {
    private final Clock clock;
    private final SecureRandom random;

    MailParser(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    Mail parse(MovingMessage delivery) throws MessagingException, IOException {
        var message = delivery.getMessage();
        var to = addresses(message.getRecipients(RecipientType.TO));
        var cc = addresses(message.getRecipients(RecipientType.CC));
        var parts = MailParts.of(message);
        return new Mail(
                newId(),
                messageId(message),
                addresses(message.getFrom()).stream().findFirst().orElse(null),
                to,
                cc,
                hidden(delivery, to, cc),
                addresses(message.getReplyTo()),
                email(delivery.getReturnPath()),
                orEmpty(message.getSubject()),
                parts.text(),
                parts.html(),
                parts.attachments(),
                Math.max(0, message.getSize()),
                clock.instant());
    }

    private static List<Address> hidden(MovingMessage delivery, List<Address> to, List<Address> cc) {
        Predicate<String> named = email -> Stream.concat(to.stream(), cc.stream())
                .anyMatch(address -> address.email().equalsIgnoreCase(email));
        return delivery.getToAddresses().stream()
                .map(MailParser::email)
                .filter(named.negate())
                .map(email -> new Address("", email))
                .toList();
    }

    private static List<Address> addresses(jakarta.mail.Address @Nullable [] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses).map(Address::of).toList();
    }

    private static String messageId(MimeMessage message) throws MessagingException {
        return orEmpty(message.getMessageID()).replaceAll("^<|>$", "");
    }

    private static String email(@Nullable MailAddress address) {
        return address == null ? "" : orEmpty(address.getEmail());
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private String newId() {
        var bytes = new byte[15];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
