package dev.natter.mail.queue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.natter.mail.smtp.MailAddress;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Reads messages strictly, field by field. Not bound by Jackson, which accepts a number for a text and a timestamp for an
 * instant. What is malformed is a {@link DeadLetterException}.
 */
@Singleton
public class MessageFields {

    private static final int MAX_SUBJECT = 200;
    private static final int MAX_BODY = 20_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,64}");
    private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cntrl}\u0085\u2028\u2029]+");

    private final ObjectReader json;

    public MessageFields(ObjectMapper json) {
        this.json = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    public JsonNode parse(byte[] payload) {
        try {
            return json.readTree(payload);
        } catch (IOException malformed) {
            throw new DeadLetterException(DeadLetterReason.MALFORMED, "not JSON");
        }
    }

    public static String text(JsonNode fields, String name) {
        var field = fields.path(name);
        if (!field.isTextual()) {
            throw new DeadLetterException(DeadLetterReason.MALFORMED, name + " is missing or no text");
        }
        return field.textValue();
    }

    public static String id(JsonNode fields) {
        var id = text(fields, "id");
        return must(ID.matcher(id).matches(), id, "id is not 1 to 64 URL-safe characters");
    }

    public static String address(JsonNode fields) {
        return MailAddress.of(text(fields, "to"))
                .map(MailAddress::addrSpec)
                .orElseThrow(() -> new DeadLetterException(DeadLetterReason.MALFORMED, "to is not an address"));
    }

    public static String subject(JsonNode fields) {
        var subject = text(fields, "subject");
        return must(
                subject.length() <= MAX_SUBJECT && ONE_LINE.matcher(subject).matches(),
                subject,
                "subject is not one line of 1 to " + MAX_SUBJECT + " characters");
    }

    public static String body(JsonNode fields) {
        var body = text(fields, "body");
        return must(!body.isBlank() && body.length() <= MAX_BODY, body, "body is not 1 to " + MAX_BODY + " characters");
    }

    public static Instant expiry(JsonNode fields) {
        try {
            return Instant.parse(text(fields, "expiresAt"));
        } catch (DateTimeException malformed) {
            throw new DeadLetterException(DeadLetterReason.MALFORMED, "expiresAt is not an instant");
        }
    }

    public static String must(boolean isSo, String value, String detail) {
        if (!isSo) {
            throw new DeadLetterException(DeadLetterReason.MALFORMED, detail);
        }
        return value;
    }
}
