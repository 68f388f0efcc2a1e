package dev.natter.chat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every route of a conversation, for everybody who may have to do with it. */
@QuarkusTest
class OutsiderEndpointTest {

    private static final Map<String, BiFunction<Caller, String, Response>> ROUTES = Map.of(
            "show",
            (caller, id) -> caller.request().get("/api/v1/conversations/{id}", id),
            "history",
            (caller, id) -> caller.history(id, Map.of()),
            "history after",
            (caller, id) -> caller.history(id, Map.of("after", 0)),
            "send",
            (caller, id) -> caller.post(id, UUID.randomUUID().toString(), "Hi"),
            "read",
            (caller, id) -> caller.read(id, 1));

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private final Caller mallory = Caller.newUser();

    @Test
    void membersComeInAndStrangersLearnNothing() {
        var conversations = Map.of(
                ada.conversationWith(bob), Stream.of(ada, bob).toList(),
                ada.conversationWith(bob, Caller.newUser()), Stream.of(ada, bob).toList(),
                ada.conversationWith(mallory), Stream.of(ada, mallory).toList());
        conversations.forEach((id, members) ->
                ROUTES.forEach((name, route) -> Stream.of(ada, bob, mallory).forEach(caller -> {
                    var answer = route.apply(caller, id);
                    if (members.contains(caller)) {
                        assertThat(answer.statusCode()).as(name).isLessThan(300);
                    } else {
                        assertUnknown(
                                name,
                                answer,
                                route.apply(caller, UUID.randomUUID().toString()));
                    }
                })));
    }

    private static void assertUnknown(String name, Response answer, Response ofNothing) {
        assertThat(answer.statusCode()).as(name).isEqualTo(404);
        assertThat(answer.asString()).as(name).isEqualTo(ofNothing.asString());
        assertThat(answer.path("code").toString()).isEqualTo("conversation_not_found");
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void strangersChangeNothing() {
        var id = ada.conversationWith(bob);
        ada.send(id, "Between us");
        var before = bob.show(id);

        ROUTES.forEach(
                (name, route) -> assertThat(route.apply(mallory, id)).as(name).isNotNull());

        assertThat(bob.show(id)).isEqualTo(before);
        assertThat(Caller.items(mallory.list(Map.of()))).isEmpty();
    }

    @Test
    void refusesEveryRequestWithoutAToken() {
        var id = ada.conversationWith(bob);
        var anonymous = given().contentType("application/json").body("{}");

        Stream.of(
                        anonymous.get("/api/v1/conversations"),
                        anonymous.post("/api/v1/conversations"),
                        anonymous.get("/api/v1/conversations/" + id),
                        anonymous.get("/api/v1/conversations/" + id + "/messages"),
                        anonymous.get("/api/v1/conversations/" + id + "/entries"),
                        anonymous.post("/api/v1/conversations/" + id + "/messages"),
                        anonymous.put("/api/v1/conversations/" + id + "/read"))
                .forEach(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(401);
                    assertThat(answer.path("code").toString()).isEqualTo("unauthorized");
                    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
                    assertThat(answer.header("X-Request-Id")).isNotBlank();
                });
    }
}
