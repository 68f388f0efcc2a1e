package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneStack.class)
class SignInIT {

    private final RunningStack stack;

    SignInIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void theMailedCodeSignsInAndNamesThePersonAfterTheAddress() {
        var ada = Person.signIn(stack, "ada");

        var me = new JsonObject(ada.call("GET", "/api/v1/users/me", null).body());

        assertThat(me.getString("email")).isEqualTo(ada.email());
        assertThat(me.getString("name")).isEqualTo(ada.email().split("@", 2)[0]);
    }

    @Test
    void aGuessIsRefusedWithoutSayingWhy() {
        var guess = Api.call(
                "POST",
                stack.app() + "/api/v1/auth/otp/verify",
                new JsonObject()
                        .put("email", "unknown-" + UUID.randomUUID() + "@example.com")
                        .put("challengeId", UUID.randomUUID().toString())
                        .put("otp", "000000"));

        assertThat(guess.statusCode()).isEqualTo(401);
        assertThat(guess.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(new JsonObject(guess.body()).getString("code")).isEqualTo("otp_invalid");
    }

    @Test
    void aResendWithinAMinuteIsRefusedWithTheTimeToWait() {
        var body = new JsonObject().put("email", "ada-" + UUID.randomUUID() + "@example.com");
        Api.call("POST", stack.app() + "/api/v1/auth/otp", body);

        var again = Api.call("POST", stack.app() + "/api/v1/auth/otp", body);

        assertThat(again.statusCode()).isEqualTo(429);
        assertThat(again.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
    }

    @Test
    void afterSigningOutTheCookieIsWorthNothing() {
        var ada = Person.signIn(stack, "ada");
        assertThat(ada.refresh(stack.app()).statusCode()).isEqualTo(200);

        ada.call("POST", "/api/v1/auth/logout", null);

        assertThat(ada.refresh(stack.app()).statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutClosesTheOtherTabOnAnotherReplicaAndItsTokenOpensNothingAnyMore() {
        var ada = Person.signIn(stack, "ada");
        try (var tab = ada.socket(stack.chat(0));
                var otherTab = ada.socket(stack.chat(1))) {
            var signedOut = ada.call("POST", "/api/v1/auth/logout", null);
            assertThat(signedOut.statusCode()).isEqualTo(204);

            // At once: what comes after the answer finds every door shut.
            for (var door : List.of(stack.chat(0) + "/api/v1/conversations", stack.chat(1) + "/api/v1/conversations")) {
                assertThat(ada.get(door).statusCode()).as(door).isEqualTo(401);
            }
            assertThat(ada.get(stack.app() + "/api/v1/users/me").statusCode()).isEqualTo(401);
            assertThat(ada.get(stack.app() + "/api/v1/auth/sessions").statusCode())
                    .isEqualTo(401);
            assertThat(Socket.refusal(stack.chat(0), ada.accessToken())).isEqualTo(401);
            assertThat(Socket.refusal(stack.chat(1), ada.accessToken())).isEqualTo(401);
            assertThat(ada.refresh(stack.app()).statusCode()).isEqualTo(401);
            assertThat(tab.closeCode()).isEqualTo(4401);
            assertThat(otherTab.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void theSocketsOfAnEndedSessionAreClosedWithinASecond() {
        var ada = Person.signIn(stack, "ada");
        try (var tab = ada.socket(stack.chat(0));
                var otherTab = ada.socket(stack.chat(1))) {
            var asked = System.nanoTime();
            ada.call("POST", "/api/v1/auth/logout", null);

            tab.closeCode();
            otherTab.closeCode();

            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void aRefreshWhoseAnswerWasLostCanBeRepeatedWithItsKeyAlone() {
        var ada = Person.signIn(stack, "ada");
        var cookie = ada.cookie();
        var key = UUID.randomUUID().toString();
        var lost = refresh(cookie, key);
        assertThat(lost.statusCode()).isEqualTo(200);

        var repeated = refresh(cookie, key);

        assertThat(repeated.statusCode()).isEqualTo(200);
        assertThat(repeated.headers().firstValue("Set-Cookie"))
                .isEqualTo(lost.headers().firstValue("Set-Cookie"));
        var stolen = refresh(cookie, UUID.randomUUID().toString());
        assertThat(stolen.statusCode()).isEqualTo(401);
        assertThat(new JsonObject(stolen.body()).getString("code")).isEqualTo("session_revoked");
        assertThat(ada.refresh(stack.app()).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> refresh(String cookie, String key) {
        return Api.call("POST", stack.app() + "/api/v1/auth/refresh", null, "Cookie", cookie, "Idempotency-Key", key);
    }
}
