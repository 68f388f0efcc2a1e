package dev.natter.faults.client;

import static org.awaitility.Awaitility.await;

import dev.natter.testing.smtp.ScriptedSmtp;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A signed-in user. */
public final class Person {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private final Rest rest;
    private final String origin;
    private final String email;
    private String id;
    private volatile String accessToken;
    private String cookie;

    private Person(Rest rest, String origin, String email) {
        this.rest = rest;
        this.origin = origin;
        this.email = email;
    }

    /** Signs a new user in with the code that was mailed. */
    public static Person signIn(Rest rest, String origin, ScriptedSmtp smtp, String name) {
        var person = new Person(rest, origin, name + "-" + UUID.randomUUID() + "@example.com");
        var asked = Rest.wait(person.post("/api/v1/auth/otp", new JsonObject().put("email", person.email)));
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !smtp.mailsTo(person.email).isEmpty());
        var code = CODE.matcher(smtp.mailsTo(person.email).get(0).header("Subject"));
        if (!code.find()) {
            throw new AssertionError("no code in the subject");
        }
        var verified = Rest.wait(person.post(
                "/api/v1/auth/otp/verify",
                new JsonObject()
                        .put("email", person.email)
                        .put("challengeId", asked.json().getString("challengeId"))
                        .put("otp", code.group())));
        person.take(verified);
        return person;
    }

    private Future<HttpReply> post(String path, JsonObject body) {
        return rest.call(HttpMethod.POST, origin + path, body);
    }

    private void take(HttpReply signedIn) {
        if (signedIn.status() != 200) {
            throw new IllegalStateException(signedIn.toString());
        }
        accessToken = signedIn.json().getString("accessToken");
        id = signedIn.json().getJsonObject("user").getString("id");
        cookie = signedIn.setCookie().split(";", 2)[0];
    }

    /** A new access token. */
    public void refresh() {
        take(Rest.wait(rest.call(HttpMethod.POST, origin + "/api/v1/auth/refresh", null, "Cookie", cookie)));
    }

    /** One call at the public origin, signed in. */
    public Future<HttpReply> call(HttpMethod method, String path, JsonObject body) {
        return at(origin, method, path, body);
    }

    /** The same at another address. */
    public Future<HttpReply> at(String address, HttpMethod method, String path, JsonObject body) {
        return rest.call(
                method, address + path, body, "Authorization", "Bearer " + accessToken, "Accept", "application/json");
    }

    /** What lies at a path; an exception when it does not. */
    public JsonObject get(String path) {
        return getAt(origin, path);
    }

    /** The same at another address. */
    public JsonObject getAt(String address, String path) {
        var answer = Rest.wait(at(address, HttpMethod.GET, path, null));
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer);
        }
        return answer.json();
    }

    /** A new conversation with these, a group for certain. */
    public String converse(List<Person> others) {
        var ids = new JsonArray(others.stream().map(Person::id).toList());
        var created = Rest.wait(call(
                HttpMethod.POST,
                "/api/v1/conversations",
                new JsonObject().put("memberIds", ids).put("title", "Faults")));
        if (created.status() != 201) {
            throw new IllegalStateException(created.toString());
        }
        return created.json().getString("id");
    }

    /** One call of the image store. */
    Future<Buffer> imageStore(HttpMethod method, String url, Buffer body, Map<String, String> headers) {
        return rest.bytes(method, url, body, headers);
    }

    public String id() {
        return id;
    }

    String origin() {
        return origin;
    }

    String accessToken() {
        return accessToken;
    }
}
