package dev.natter.mail.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PushEncryptionTest {

    /** RFC 8291, section 5 and appendix A. */
    @Test
    void encryptsTheExampleOfTheRfc() {
        var sender = new KeyPair(
                P256.publicKey(bytes(
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
                P256.privateKey(bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));

        var body = PushEncryption.encrypt(
                "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.US_ASCII),
                P256.publicKey(bytes(
                        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")),
                bytes("BTBZMqHH6r4Tts7J_aSIgg"),
                bytes("DGv6ra1nlYgDCS1FRnbzlw"),
                sender);

        assertThat(body)
                .isEqualTo(
                        bytes("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocIn"
                                + "mYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qu"
                                + "lcy4a-fN"));
    }

    @Test
    void givesTheBrowserWhatWasSent() {
        var browser = new TestBrowser();

        var body =
                PushEncryption.encrypt("नमस्ते".getBytes(StandardCharsets.UTF_8), browser.publicKey(), browser.auth());

        assertThat(browser.decrypt(body)).isEqualTo("नमस्ते");
    }

    @Test
    void usesNoKeyAndNoSaltTwice() {
        var browser = new TestBrowser();
        var payload = new byte[10];

        assertThat(PushEncryption.encrypt(payload, browser.publicKey(), browser.auth()))
                .isNotEqualTo(PushEncryption.encrypt(payload, browser.publicKey(), browser.auth()));
    }

    @Test
    void fillsTheFourKilobytesThatEveryPushServiceTakesAndNoMore() {
        var browser = new TestBrowser();

        assertThat(PushEncryption.encrypt(new byte[PushEncryption.MAX_PAYLOAD], browser.publicKey(), browser.auth()))
                .hasSize(4_096);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PushEncryption.encrypt(
                        new byte[PushEncryption.MAX_PAYLOAD + 1], browser.publicKey(), browser.auth()));
    }

    @Test
    void refusesAPointThatIsNotOnTheCurve() {
        var key = P256.encoded(new TestBrowser().publicKey());
        key[P256.PUBLIC_BYTES - 1] ^= 1;

        assertThatIllegalArgumentException().isThrownBy(() -> P256.publicKey(key));
    }

    private static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }
}
