package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
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
                        .put("email", "nobody-" + UUID.randomUUID() + "@example.com")
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
}
