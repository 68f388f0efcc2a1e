package dev.natter.mail.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class VapidKeyTest {

    private static final String PUBLIC =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private static final String PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private static final String SUBJECT = "mailto:operator@example.org";

    /** RFC 8292, sections 2 and 3. */
    @Test
    void signsForOnePushServiceAndHalfADay() throws Exception {
        var header = VapidKey.of(PUBLIC, PRIVATE, SUBJECT)
                .authorization("https://push.example.net", Instant.ofEpochSecond(1_453_523_768));

        assertThat(header).startsWith("vapid t=").endsWith(", k=" + PUBLIC);
        var token = header.substring("vapid t=".length(), header.indexOf(',')).split("\\.");
        assertThat(text(token[0])).isEqualTo("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
        assertThat(text(token[1]))
                .isEqualTo("{\"aud\":\"https://push.example.net\",\"exp\":1453566968,\"sub\":\"" + SUBJECT + "\"}");
        var verification = Signature.getInstance("SHA256withECDSAinP1363Format");
        verification.initVerify(P256.publicKey(Base64.getUrlDecoder().decode(PUBLIC)));
        verification.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(verification.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
    }

    @Test
    void refusesHalvesOfDifferentPairs() {
        var other = new TestBrowser().p256dh();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> VapidKey.of(other, PRIVATE, SUBJECT))
                .withMessageNotContainingAny(other, PRIVATE);
    }

    @Test
    void keepsTheSecretOutOfLogs() {
        assertThat(VapidKey.of(PUBLIC, PRIVATE, SUBJECT)).asString().doesNotContain(PRIVATE);
    }

    private static String text(String base64url) {
        return new String(Base64.getUrlDecoder().decode(base64url), StandardCharsets.UTF_8);
    }
}
