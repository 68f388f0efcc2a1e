package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneStack.class)
class ProfileIT {

    private final RunningStack stack;

    ProfileIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void ofManyNamesInARowTheLastOneIsTheOneThatEverybodyIsLeftWith() {
        var ada = Person.signIn(stack, "ada");
        var ben = Person.signIn(stack, "ben");
        var conversation = ada.converse(ben);
        try (var here = ben.socket(stack.chat(0));
                var there = ben.socket(stack.chat(1));
                var own = ada.socket(stack.chat(1))) {
            for (var name : new String[] {"Ada", "Augusta", "Countess", "The Countess of Lovelace"}) {
                var renamed = ada.call("PATCH", "/api/v1/users/me", new JsonObject().put("name", name));
                assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
            }

            for (var socket : new Socket[] {here, there, own}) {
                await().atMost(Duration.ofSeconds(10))
                        .untilAsserted(
                                () -> assertThat(socket.lastName(ada.id())).isEqualTo("The Countess of Lovelace"));
            }
            var shown = ben.call("GET", "/api/v1/conversations/" + conversation, null);
            assertThat(shown.body()).contains("The Countess of Lovelace");
        }
    }

    @Test
    void onesDataCanBeExported() {
        var ada = Person.signIn(stack, "ada");
        var conversation = ada.converse(Person.signIn(stack, "ben"));

        var export = ada.call("GET", "/api/v1/users/me/export", null);

        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(export.body())
                .startsWith("PK")
                .contains("profile.json", "sessions.json", "conversations.jsonl", "messages/" + conversation);
    }
}
