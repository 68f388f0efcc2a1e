package dev.natter.user.token;

import static dev.natter.user.support.TokenForgery.decoded;
import static dev.natter.user.support.TokenForgery.encoded;
import static dev.natter.user.support.TokenForgery.signed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.natter.testing.TestTokens;
import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A token is believed if it is exactly like one of ours, and not if one thing about it is different. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class TokenEndpointTest {

    private static void isRefused(String token) {
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/users/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("unauthorized"));
    }

    private static void isAccepted(String token) {
        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/users/me")
                .then()
                .statusCode(200);
    }

    @Test
    void aTokenSaysWhatTheContractSays() {
        var ada = Person.stranger().signsIn();

        var header = decoded(ada.accessToken(), 0);
        var claims = decoded(ada.accessToken(), 1);

        assertThat(header.getString("alg")).isEqualTo("ES256");
        assertThat(header.getString("kid")).isEqualTo(TestTokens.keyId());
        assertThat(claims.getString("iss")).isEqualTo("http://localhost:8080");
        assertThat(claims.getValue("aud")).isIn("natter", new JsonArray().add("natter"));
        assertThat(claims.getString("sub")).isEqualTo(ada.userId());
        assertThat(claims.getString("sid")).matches("[A-Za-z0-9_-]{1,64}");
        assertThat(claims.getJsonArray("groups")).containsExactly("user");
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(900);
        assertThat(claims.encode()).doesNotContain(ada.person().email());
    }

    @Test
    void aTokenThatWeSignIsBelieved() throws Exception {
        var ada = Person.stranger().signsIn();

        isAccepted(signed(decoded(ada.accessToken(), 0), decoded(ada.accessToken(), 1), TestTokens.privateKey()));
    }

    @Test
    void aTokenOfAKeyThatSignsNoMoreIsStillBelieved() throws Exception {
        var ada = Person.stranger().signsIn();
        var retired = (org.jose4j.jwk.EllipticCurveJsonWebKey) org.jose4j.jwk.JsonWebKey.Factory.newJwk(
                ConfigProvider.getConfig().getValue("test.retired-key", String.class));
        var header = decoded(ada.accessToken(), 0);
        var claims = decoded(ada.accessToken(), 1);

        isAccepted(signed(header.copy().put("kid", "retired"), claims, retired.getEcPrivateKey()));
        isRefused(signed(header, claims, retired.getEcPrivateKey()));
    }

    @Test
    void theAlgorithmIsNotTheTokensChoice() throws Exception {
        var ada = Person.stranger().signsIn();
        var claims = encoded(decoded(ada.accessToken(), 1));
        var header = decoded(ada.accessToken(), 0);

        isRefused(encoded(header.copy().put("alg", "none")) + "." + claims + ".");
        isRefused(encoded(header.copy().put("alg", "None")) + "." + claims + ".");
        isRefused(encoded(header) + "." + claims + ".");

        // The public key, which everybody has, as the secret of an HMAC.
        var text = encoded(header.copy().put("alg", "HS256")) + "." + claims;
        for (var secret : new String[] {
            TestTokens.jwks(),
            new JsonObject(TestTokens.jwks()).getJsonArray("keys").getString(0)
        }) {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            isRefused(text + "." + encoded(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII))));
        }

        var rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(rsa.getPrivate());
        text = encoded(header.copy().put("alg", "RS256")) + "." + claims;
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        isRefused(text + "." + encoded(signature.sign()));
    }

    @Test
    void theKeyIsNotTheTokensChoice() throws Exception {
        var ada = Person.stranger().signsIn();
        var claims = decoded(ada.accessToken(), 1);
        var header = decoded(ada.accessToken(), 0);
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new java.security.spec.ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var ours = (java.security.interfaces.ECPublicKey) pair.getPublic();
        var jwk = new JsonObject(new org.jose4j.jwk.EllipticCurveJsonWebKey(ours).toJson());

        isRefused(signed(header, claims, pair.getPrivate()));
        isRefused(signed(header.copy().put("jwk", jwk), claims, pair.getPrivate()));
        isRefused(signed(header.copy().put("jku", "http://127.0.0.1:1/jwks.json"), claims, pair.getPrivate()));
        isRefused(signed(header.copy().put("kid", "../../etc/passwd"), claims, pair.getPrivate()));
        isRefused(signed(header.copy().put("kid", "another"), claims, TestTokens.privateKey()));
    }

    @Test
    void aHeaderWithOtherTypesThanTextIsRefused() throws Exception {
        var ada = Person.stranger().signsIn();
        var claims = decoded(ada.accessToken(), 1);
        for (var member : List.of("kid", "alg", "typ", "cty", "crit")) {
            for (var value : List.of(7, true, new JsonArray().add("a"), new JsonObject())) {
                var header = decoded(ada.accessToken(), 0).put(member, value);

                if (!member.equals("typ") && !member.equals("cty")) {
                    isRefused(signed(header, claims, TestTokens.privateKey()));
                } else {
                    given().header("Authorization", "Bearer " + signed(header, claims, TestTokens.privateKey()))
                            .get("/api/v1/users/me")
                            .then()
                            .statusCode(lessThan(500));
                }
            }
        }
    }

    @Test
    void claimsOfOtherTypesAreRefused() throws Exception {
        var ada = Person.stranger().signsIn();

        for (var claim : List.of("sub", "sid", "iss", "exp", "nbf", "groups", "aud")) {
            refuses(ada, claims -> claims.put(claim, new JsonObject().put("a", 1)));
        }
        refuses(ada, claims -> claims.put("sid", 7));
        refuses(ada, claims -> claims.put("sub", 7));
    }

    @Test
    void everyClaimMustBeRight() throws Exception {
        var ada = Person.stranger().signsIn();
        var now = Instant.now().getEpochSecond();

        refuses(ada, claims -> claims.put("iss", "https://evil.example"));
        refuses(ada, claims -> claims.remove("iss"));
        refuses(ada, claims -> claims.put("aud", "another"));
        refuses(ada, claims -> claims.remove("aud"));
        refuses(ada, claims -> claims.put("exp", now - 120));
        refuses(ada, claims -> claims.remove("exp"));
        refuses(ada, claims -> claims.put("nbf", now + 600));
        refuses(ada, claims -> claims.remove("sub"));
        refuses(ada, claims -> claims.remove("sid"));
        refuses(ada, claims -> claims.put("sid", "unknown"));
    }

    private static void refuses(Person.SignedIn person, Consumer<JsonObject> change) throws Exception {
        var claims = decoded(person.accessToken(), 1);
        change.accept(claims);
        isRefused(signed(decoded(person.accessToken(), 0), claims, TestTokens.privateKey()));
    }

    @Test
    void aTokenIsTakenFromNowhereButItsHeader() {
        var ada = Person.stranger().signsIn();

        given().queryParam("access_token", ada.accessToken())
                .get("/api/v1/users/me")
                .then()
                .statusCode(401);
        given().cookie("Bearer", ada.accessToken())
                .get("/api/v1/users/me")
                .then()
                .statusCode(401);
        given().get("/api/v1/users/me").then().statusCode(401);
    }

    @Test
    void onlyPublicKeysAreServed() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .header("Cache-Control", containsString("max-age=300"))
                .body("keys.kid", contains(TestTokens.keyId(), "retired"))
                .body("keys[0].alg", equalTo("ES256"))
                .body("keys[0].use", equalTo("sig"))
                .body("keys[0]", not(hasKey("d")))
                .body("keys[1]", not(hasKey("d")));
        given().accept("application/jwk-set+json")
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200);
    }
}
