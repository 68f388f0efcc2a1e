package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.UUID;

/** A user of Natter, through its public contract alone. */
final class Person {

    private final RunningStack stack;
    private final String email;
    private String accessToken;
    private String cookie;
    private JsonObject user;

    private Person(RunningStack stack, String email) {
        this.stack = stack;
        this.email = email;
    }

    /** Signs a new user in, with a code from the inbox. */
    static Person signIn(RunningStack stack, String name) {
        var person = new Person(stack, name + "-" + UUID.randomUUID() + "@example.com");
        person.signIn();
        return person;
    }

    private void signIn() {
        var asked = Api.call("POST", stack.app() + "/api/v1/auth/otp", new JsonObject().put("email", email));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        var verified = Api.call(
                "POST",
                stack.app() + "/api/v1/auth/otp/verify",
                new JsonObject()
                        .put("email", email)
                        .put("challengeId", new JsonObject(asked.body()).getString("challengeId"))
                        .put("otp", Inbox.code(stack.inbox(), email, 1)));
        assertThat(verified.statusCode()).as(verified.body()).isEqualTo(200);
        take(verified);
    }

    private void take(HttpResponse<String> signedIn) {
        var body = new JsonObject(signedIn.body());
        accessToken = body.getString("accessToken");
        user = body.getJsonObject("user");
        cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    /** Trades the refresh cookie for a new access token, at {@code app}, which may be another start of the stack. */
    HttpResponse<String> refresh(String app) {
        var refreshed = Api.call("POST", app + "/api/v1/auth/refresh", null, "Cookie", cookie);
        if (refreshed.statusCode() == 200) {
            take(refreshed);
        }
        return refreshed;
    }

    /** One REST call at the public origin, signed in. */
    HttpResponse<String> call(String method, String path, JsonObject body) {
        return at(stack.app(), method, path, body);
    }

    /** One REST call at some address, signed in. */
    HttpResponse<String> at(String address, String method, String path, JsonObject body) {
        return Api.call(method, address + path, body, "Authorization", "Bearer " + accessToken);
    }

    /** The response of an address to a signed-in user. */
    HttpResponse<String> get(String url) {
        return at("", "GET", url, null);
    }

    /** The id of the conversation with the others, which comes into being when it is not there yet. */
    String converse(Person... others) {
        var ids = new JsonArray();
        for (var other : others) {
            ids.add(other.id());
        }
        var created = call("POST", "/api/v1/conversations", new JsonObject().put("memberIds", ids));
        assertThat(created.statusCode()).as(created.body()).isIn(200, 201);
        return new JsonObject(created.body()).getString("id");
    }

    /** What lies in a conversation, as REST tells it. */
    JsonArray history(String conversationId) {
        var page = call("GET", "/api/v1/conversations/" + conversationId + "/messages?limit=100", null);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return new JsonObject(page.body()).getJsonArray("items");
    }

    /** Opens a socket at an address: the public origin or one replica. Returns when it is ready. */
    Socket socket(String address) {
        return Socket.open(address, accessToken);
    }

    String id() {
        return user.getString("id");
    }

    String email() {
        return email;
    }

    String accessToken() {
        return accessToken;
    }

    /** The refresh cookie, as a request has it. */
    String cookie() {
        return cookie;
    }
}
