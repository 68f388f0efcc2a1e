package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** deploy/secrets makes secrets that are good, and others each time. */
class SecretsTest {

    @Test
    void theSigningKeyIsAKeyPair() throws Exception {
        var key = new ObjectMapper()
                .readTree(secrets().get("NATTER_SIGNING_KEYS"))
                .at("/keys/0");
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        var curve = parameters.getParameterSpec(ECParameterSpec.class);
        var factory = KeyFactory.getInstance("EC");
        var secret = factory.generatePrivate(new ECPrivateKeySpec(number(key, "d"), curve));
        var known = factory.generatePublic(new ECPublicKeySpec(new ECPoint(number(key, "x"), number(key, "y")), curve));

        var signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(secret);
        signing.update(new byte[] {1, 2, 3});
        var signature = signing.sign();
        signing.initVerify(known);
        signing.update(new byte[] {1, 2, 3});

        assertThat(signing.verify(signature)).isTrue();
        assertThat(key.path("alg").asText()).isEqualTo("ES256");
        assertThat(key.path("kid").asText()).isNotEmpty();
    }

    @Test
    void nothingIsShortAndNothingComesTwice() {
        var first = secrets();
        var second = secrets();

        assertThat(Base64.getDecoder().decode(first.get("NATTER_OTP_PEPPER"))).hasSize(32);
        assertThat(first.get("NATTER_INTERNAL_TOKEN")).hasSizeGreaterThanOrEqualTo(32);
        first.forEach((name, value) -> {
            if (!name.endsWith("USERNAME")) {
                assertThat(value).as(name).hasSizeGreaterThanOrEqualTo(20).isNotEqualTo(second.get(name));
            }
        });
    }

    static Map<String, String> secrets() {
        var secrets = new HashMap<String, String>();
        Tool.bash()
                .run(Repository.ROOT, Map.of(), "deploy/secrets")
                .orThrow()
                .lines()
                .forEach(line -> {
                    assertThat(line).matches("\\w+='[^']+'");
                    secrets.put(line.replaceFirst("=.*", ""), line.replaceFirst("\\w+='(.*)'", "$1"));
                });
        return secrets;
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(name).asText()));
    }
}
