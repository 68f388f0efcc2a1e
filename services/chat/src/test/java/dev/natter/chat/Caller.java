package dev.natter.chat;

import static io.restassured.RestAssured.given;

import dev.natter.testing.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A user of the REST API. */
public record Caller(String id) {

    private static final String CONVERSATIONS = "/api/v1/conversations";

    /** A new user. */
    public static Caller newUser() {
        return new Caller(UUID.randomUUID().toString());
    }

    /** A request of this person. */
    public RequestSpecification request() {
        return given().header("Authorization", "Bearer " + TestTokens.accessToken(id));
    }

    /** A request of this person with a JSON body. */
    public RequestSpecification request(JsonObject body) {
        return request().contentType("application/json").body(body.encode());
    }

    public Response start(Caller... others) {
        return start(null, others);
    }

    public Response start(String title, Caller... others) {
        var members = Arrays.stream(others).map(Caller::id).toList();
        var body = new JsonObject().put("memberIds", new JsonArray(members));
        return request(title == null ? body : body.put("title", title)).post(CONVERSATIONS);
    }

    /** The id of a conversation with these, new or there already. */
    public String conversationWith(Caller... others) {
        return start(others).then().extract().path("id");
    }

    public JsonObject show(String conversationId) {
        return json(request().get(CONVERSATIONS + "/{id}", conversationId), 200);
    }

    public JsonObject list(Map<String, ?> query) {
        return json(request().queryParams(query).get(CONVERSATIONS), 200);
    }

    public Response post(String conversationId, String clientMessageId, String text) {
        var body = new JsonObject().put("clientMessageId", clientMessageId).put("text", text);
        return request(body).post(CONVERSATIONS + "/{id}/messages", conversationId);
    }

    /** Sends, and answers the stored message. */
    public JsonObject send(String conversationId, String text) {
        return json(post(conversationId, UUID.randomUUID().toString(), text), 201);
    }

    public Response history(String conversationId, Map<String, ?> query) {
        return request().queryParams(query).get(CONVERSATIONS + "/{id}/messages", conversationId);
    }

    /** The latest messages. */
    public List<JsonObject> latest(String conversationId) {
        return items(json(history(conversationId, Map.of("limit", 100)), 200));
    }

    public Response read(String conversationId, long seq) {
        return request(new JsonObject().put("seq", seq)).put(CONVERSATIONS + "/{id}/read", conversationId);
    }

    /** The body of an answer that must have this status. */
    public static JsonObject json(Response response, int status) {
        return new JsonObject(response.then().statusCode(status).extract().asString());
    }

    /** The items of a list. */
    public static List<JsonObject> items(JsonObject page) {
        return page.getJsonArray("items").stream().map(JsonObject.class::cast).toList();
    }
}
