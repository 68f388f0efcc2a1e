package dev.natter.chat.identity;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.testing.TestClock;
import dev.natter.testing.TestTokens;
import dev.natter.web.ApiException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private final TestClock clock = new TestClock();
    private final AtomicInteger fetches = new AtomicInteger();
    private String published = TestTokens.jwks();
    private boolean away;
    private final SigningKeys keys = new SigningKeys(
            () -> Uni.createFrom().item(() -> {
                fetches.incrementAndGet();
                if (away) {
                    throw new IllegalStateException("connection refused");
                }
                return published;
            }),
            clock);

    @Test
    void fetchesOnceForAllWhoAsk() {
        get(keys.find(TestTokens.keyId()));
        get(keys.find(TestTokens.keyId()));

        assertThat(fetches).hasValue(1);
    }

    @Test
    void callersThatComeWhileItFetchesWaitForTheSameAnswer() {
        var answer = new CompletableFuture<String>();
        var slow = new SigningKeys(
                () -> {
                    fetches.incrementAndGet();
                    return Uni.createFrom().completionStage(answer);
                },
                clock);
        var callers = Stream.generate(() -> slow.find(TestTokens.keyId()))
                .limit(3)
                .map(found -> found.subscribe().withSubscriber(UniAssertSubscriber.create()))
                .toList();

        answer.complete(published);

        callers.forEach(caller -> assertThat(caller.awaitItem().getItem()).isNotNull());
        assertThat(fetches).hasValue(1);
    }

    @Test
    void knowsAKeyThatIsPublishedLater() throws JoseException {
        get(keys.find(TestTokens.keyId()));
        var rotated = newKey("rotated");
        published = set(rotated);
        clock.advance(Duration.ofSeconds(6));

        assertThat(get(keys.find("rotated"))).isEqualTo(rotated.getKey());
    }

    @Test
    void doesNotFetchForEveryTokenThatMakesUpAKey() {
        get(keys.find("made-up-1"));
        get(keys.find("made-up-2"));

        assertThat(get(keys.find("made-up-3"))).isNull();
        assertThat(fetches).hasValue(1);
    }

    @Test
    void cannotTellWhileTheUserServiceIsAwayAndFindsItWhenItIsBack() {
        away = true;
        var refusal = failure(keys.find(TestTokens.keyId()));
        away = false;
        clock.advance(Duration.ofSeconds(1));

        var key = get(keys.find(TestTokens.keyId()));

        assertThat(refusal).asInstanceOf(type(ApiException.class)).returns(503, ApiException::status);
        assertThat(key).isNotNull();
    }

    @Test
    void keepsWhatItKnowsForADayWhileTheUserServiceIsAway() {
        get(keys.find(TestTokens.keyId()));
        away = true;
        clock.advance(Duration.ofHours(23));
        assertThat(get(keys.find(TestTokens.keyId()))).isNotNull();

        clock.advance(Duration.ofHours(2));

        assertThat(failure(keys.find(TestTokens.keyId()))).isInstanceOf(ApiException.class);
    }

    @Test
    void forgetsAKeyThatIsWithdrawn() throws JoseException {
        get(keys.find(TestTokens.keyId()));
        published = set(newKey("rotated"));
        clock.advance(Duration.ofMinutes(11));

        assertThat(get(keys.find(TestTokens.keyId()))).isNull();
    }

    @Test
    void takesNoKeyThatIsNotForES256Signatures() throws JoseException {
        var large = EcJwkGenerator.generateJwk(EllipticCurves.P384);
        large.setKeyId("p384");
        var rsa = RsaJwkGenerator.generateJwk(2048);
        rsa.setKeyId("rsa");
        var secret = OctJwkGenerator.generateJwk(256);
        secret.setKeyId("secret");
        var encryption = newKey("encryption");
        encryption.setUse("enc");
        var anonymous = newKey(null);

        var parsed = SigningKeys.parse(new JsonWebKeySet(large, rsa, secret, encryption, anonymous, newKey("good"))
                .toJson(JsonWebKey.OutputControlLevel.INCLUDE_SYMMETRIC));

        assertThat(parsed).containsOnlyKeys("good");
    }

    private static String set(JsonWebKey key) {
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static JsonWebKey newKey(String id) throws JoseException {
        var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(id);
        return key;
    }
}
