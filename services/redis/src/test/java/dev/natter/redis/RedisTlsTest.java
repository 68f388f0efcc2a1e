package dev.natter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.natter.testing.TestCertificate;
import dev.natter.web.ApiException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With {@code rediss://} a service talks to the server that was named, and to no other. */
@QuarkusTest
@QuarkusTestResource(TlsBed.class)
class RedisTlsTest {

    private static final RedisScript RELEASE = RedisScript.named("limit-release");

    private static final int TIMES = 5;

    @Inject
    Redis redis;

    @Test
    void acceptsTheCertificateOfTheNamedServer() {
        assertThat(ask(TlsBed.ours)).isNull();
    }

    @Test
    void refusesTheCertificateOfAnotherServer() {
        assertThat(ask(TlsBed.anothers)).returns(503, ApiException::status);
    }

    @Test
    void refusesAnUntrustedCertificate() {
        assertThat(ask(TlsBed.untrusted)).returns(503, ApiException::status);
    }

    /** How it ends, of several times: the first may meet a connection of before, which is closed. */
    private ApiException ask(TestCertificate shown) {
        TlsBed.proxy.change(shown);
        ApiException last = null;
        for (var time = 0; time < TIMES; time++) {
            last = catchThrowableOfType(
                    ApiException.class,
                    () -> redis.run(RELEASE, List.of("nothing"), List.of("x", "1"))
                            .await()
                            .atMost(Duration.ofSeconds(30)));
            if (last == null) {
                return null;
            }
        }
        return last;
    }
}
