package dev.natter.user.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {

    private static JsonWebKey key(String id) throws JoseException {
        var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(id);
        return key;
    }

    private static String set(OutputControlLevel level, JsonWebKey... keys) {
        return new JsonWebKeySet(List.of(keys)).toJson(level);
    }

    private static String set(JsonWebKey... keys) {
        return set(OutputControlLevel.INCLUDE_PRIVATE, keys);
    }

    private static void isRefused(String setting) {
        assertThatThrownBy(() -> SigningKeys.of(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a JWK set of private P-256 keys, each with a kid of its own")
                .hasNoCause();
    }

    @Test
    void theFirstKeySignsAndAllArePublished() throws JoseException {
        var keys = SigningKeys.of(set(key("new"), key("old")));

        assertThat(keys.signingKeyId()).isEqualTo("new");
        assertThat(keys.publicSet()).contains("\"new\"", "\"old\"", "ES256").doesNotContain("\"d\"");
        assertThat(keys).hasToString("SigningKeys[new, old]");
    }

    @Test
    void whatCannotSignSafelyIsRefused() throws JoseException {
        var p384 = EcJwkGenerator.generateJwk(EllipticCurves.P384);
        p384.setKeyId("p384");
        var rsa = RsaJwkGenerator.generateJwk(2048);
        rsa.setKeyId("rsa");

        isRefused(set());
        isRefused(set(p384));
        isRefused(set(rsa));
        isRefused(set(key("one"), rsa));
        isRefused(set(key("same"), key("same")));
        isRefused(set(key(null)));
        isRefused(set(OutputControlLevel.PUBLIC_ONLY, key("public")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "{}", "[]", "{\"keys\":7}", "{\"keys\":[7]}", "{\"keys\":[{}]}", "null"})
    void whatIsNoKeySetIsRefusedWithoutRepeatingIt(String setting) {
        isRefused(setting);
    }
}
