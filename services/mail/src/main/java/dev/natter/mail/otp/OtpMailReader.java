package dev.natter.mail.otp;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.natter.events.OtpMail;
import dev.natter.mail.smtp.MailAddress;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Decodes a message of {@code otp-mail} strictly, so that every field is safe in SMTP commands and headers as it stands. Not
 * bound by Jackson, which accepts a number for a text and a timestamp for an instant.
 */
@Singleton
@RegisterForReflection(targets = OtpMail.class)
class OtpMailReader {

    private static final int MAX_SUBJECT = 200;
    private static final int MAX_BODY = 20_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,64}");
    private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cntrl}\u0085\u2028\u2029]+");

    private final ObjectReader json;

    OtpMailReader(ObjectMapper json) {
        this.json = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * Decodes a payload.
     *
     * @throws DeadLetterException when it is not one
     */
    OtpMail read(byte[] payload) {
        var fields = parse(payload);
        return new OtpMail(
                id(text(fields, "id")),
                address(text(fields, "to")),
                subject(text(fields, "subject")),
                body(text(fields, "body")),
                instant(text(fields, "expiresAt")));
    }

    private JsonNode parse(byte[] payload) {
        try {
            return json.readTree(payload);
        } catch (IOException malformed) {
            throw new DeadLetterException(DeadLetterReason.MALFORMED, "not JSON");
        }
    }

    private static String text(JsonNode fields, String name) {
        var field = fields.path(name);
        if (!field.isTextual()) {
            throw new DeadLetterException(DeadLetterReason.MALFORMED, name + " is missing or no text");
        }
        return field.textValue();
    }

    private static String id(String id) {
        return must(ID.matcher(id).matches(), id, "id is not 1 to 64 URL-safe characters");
    }

    private static String address(String to) {
        return MailAddress.of(to)
                .map(MailAddress::addrSpec)
                .orElseThrow(() -> new DeadLetterException(DeadLetterReason.MALFORMED, "to is not an address"));
    }

    private static String subject(String subject) {
        return must(
                subject.length() <= MAX_SUBJECT && ONE_LINE.matcher(subject).matches(),
                subject,
                "subject is not one line of 1 to " + MAX_SUBJECT + " characters");
    }

    private static String body(String body) {
        return must(!body.isBlank() && body.length() <= MAX_BODY, body, "body is not 1 to " + MAX_BODY + " characters");
    }

    private static Instant instant(String expiresAt) {
        try {
            return Instant.parse(expiresAt);
        } catch (DateTimeException malformed) {
            throw new DeadLetterException(DeadLetterReason.MALFORMED, "expiresAt is not an instant");
        }
    }

    private static String must(boolean isSo, String value, String detail) {
        if (!isSo) {
            throw new DeadLetterException(DeadLetterReason.MALFORMED, detail);
        }
        return value;
    }
}
