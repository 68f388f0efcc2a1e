package dev.natter.mail.otp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.events.OtpMail;
import dev.natter.mail.queue.DeadLetterException;
import dev.natter.mail.queue.MessageFields;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtpMailReaderTest {
    private static final Path GOLDEN = Path.of("../events/src/test/resources/wire/otp-mail.json");

    private final OtpMailReader reader = new OtpMailReader(new MessageFields(new ObjectMapper()));

    @Test
    void readsWhatIsOnTheWire() throws IOException {
        var mail = reader.read(Files.readAllBytes(GOLDEN));

        assertThat(mail)
                .isEqualTo(new OtpMail(
                        "0b8f5c1e-3f0a-4d7f-9a7e-3c1f4a3d2b10",
                        "ada@example.com",
                        "482913 is your Natter code",
                        "Your code is\n\n482913\n",
                        Instant.parse("2026-01-02T03:09:05.678Z")));
    }

    @Test
    void toleratesFieldsFromTheFuture() throws IOException {
        assertThat(read(golden().put("language", "de")).to()).isEqualTo("ada@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "[]", "null", "\"mail\"", "{\"id\":", "{} {}", "\u0000\u0001"})
    void refusesWhatIsNoJsonObject(String payload) {
        assertThatThrownBy(() -> reader.read(payload.getBytes(UTF_8))).isInstanceOf(DeadLetterException.class);
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThatThrownBy(() -> reader.read(new byte[] {(byte) 0xff, (byte) 0xfe, 0}))
                .isInstanceOf(DeadLetterException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "to", "subject", "body", "expiresAt"})
    void refusesWhatLacksAField(String name) throws IOException {
        for (var mail : new JsonObject[] {golden().putNull(name), golden().put(name, 482913), without(name)}) {
            assertThatThrownBy(() -> read(mail))
                    .isInstanceOf(DeadLetterException.class)
                    .hasMessageStartingWith(name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "id, ''",
        "id, a b",
        "id, 'x>\r\nBcc: eve@example.com'",
        "to, ada",
        "to, 'ada@example.com>\r\nDATA'",
        "to, 'ada@example.com, eve@example.com'",
        "to, Ada <ada@example.com>",
        "to, ädä@example.com",
        "to, ada@bücher.example",
        "subject, ''",
        "subject, 'code\r\nBcc: eve@example.com'",
        "subject, 'code\nX: y'",
        "subject, 'code\u2028X: y'",
        "body, ' '",
        "expiresAt, soon",
        "expiresAt, 1767323345"
    })
    void refusesWhatCouldNotBeSentAsItStands(String name, String value) throws IOException {
        assertThatThrownBy(() -> read(golden().put(name, value)))
                .isInstanceOf(DeadLetterException.class)
                .hasMessageStartingWith(name);
    }

    @Test
    void refusesWhatIsTooLong() throws IOException {
        assertThatThrownBy(() -> read(golden().put("subject", "x".repeat(201)))).hasMessageStartingWith("subject");
        assertThatThrownBy(() -> read(golden().put("body", "x".repeat(20_001)))).hasMessageStartingWith("body");
        assertThatThrownBy(() -> read(golden().put("id", "x".repeat(65)))).hasMessageStartingWith("id");
    }

    private OtpMail read(JsonObject mail) {
        return reader.read(mail.encode().getBytes(UTF_8));
    }

    private static JsonObject golden() throws IOException {
        return new JsonObject(Files.readString(GOLDEN));
    }

    private static JsonObject without(String name) throws IOException {
        var mail = golden();
        mail.remove(name);
        return mail;
    }
}
