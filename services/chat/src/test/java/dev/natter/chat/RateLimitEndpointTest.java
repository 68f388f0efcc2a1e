package dev.natter.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How often is too often, and how one hears of it. */
@QuarkusTest
class RateLimitEndpointTest {

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();

    @Test
    void everyLimitedAnswerSaysWhatIsLeft() {
        var started = ada.start(bob);
        assertThat(started.header("RateLimit-Policy")).isEqualTo("\"conversation\";q=3600;w=3600");
        assertThat(started.header("RateLimit")).matches("\"conversation\";r=3599;t=\\d+");

        var sent = ada.post(started.path("id"), UUID.randomUUID().toString(), "Soup?");
        assertThat(sent.header("RateLimit-Policy")).isEqualTo("\"message\";q=1800;w=60");
        assertThat(sent.header("RateLimit")).matches("\"message\";r=1799;t=\\d+");
    }

    @Test
    void whatIsNotLimitedSaysNothing() {
        assertThat(ada.request().get("/api/v1/conversations").header("RateLimit"))
                .isNull();
    }
}
