package dev.natter.load.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SignerTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void whoHasThePublicKeyBelievesTheToken() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var d = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(((ECPrivateKey) pair.getPrivate()).getS().toByteArray());
        var keys = new JsonObject()
                .put("keys", new JsonArray().add(new JsonObject().put("d", d).put("kid", "k")));

        var token = new Signer(keys, URI.create("http://here"), Clock.fixed(NOON, ZoneOffset.UTC)).token("ada", "s");

        var parts = token.split("\\.", -1);
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(pair.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        var claims = new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        assertThat(claims.getString("sub")).isEqualTo("ada");
        assertThat(claims.getString("iss")).isEqualTo("http://here");
        assertThat(claims.getLong("exp")).isGreaterThan(NOON.getEpochSecond());
    }
}
