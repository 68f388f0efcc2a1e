package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(OneStack.class)
class GatewayIT {

    private final RunningStack stack;

    GatewayIT(RunningStack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health/ready",
                "/q/metrics",
                "/q/openapi",
                "/internal/v1/profiles?ids=a",
                "/api/v1/../../q/metrics",
                "/api/v1/users/..%2f..%2f..%2fq/metrics",
                "/%71/metrics"
            })
    void theInsideOfAServiceIsNotReachable(String path) {
        var answer = Api.call("GET", stack.app() + path, null);

        assertThat(answer.statusCode()).isIn(400, 401, 404);
        assertThat(answer.body()).doesNotContain("jvm_", "\"checks\"", "openapi:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/.well-known/jwks.json", "/api/v1/users/me", "/api/v1/conversations", "/api/v1/nowhere"})
    void everyAnswerCarriesARequestId(String path) {
        var answer = Api.call("GET", stack.app() + path, null, "X-Request-Id", "system-test-1");

        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("system-test-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users/me", "/api/v1/auth/sessions", "/api/v1/conversations"})
    void aCallerWithoutASessionLearnsNothing(String path) {
        var answer = Api.call("GET", stack.app() + path, null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(new JsonObject(answer.body()).getInteger("status")).isEqualTo(401);
    }

    @Test
    void theWebAppAnswersForItsOwnPages() {
        var page = Api.call("GET", stack.app() + "/c/some-conversation", null, "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<div id=");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .doesNotContain("unsafe-inline");
    }
}
