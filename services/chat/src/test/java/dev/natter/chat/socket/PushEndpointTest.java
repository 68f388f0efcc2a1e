package dev.natter.chat.socket;

import static dev.natter.chat.Caller.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.natter.chat.Caller;
import dev.natter.events.Topology;
import dev.natter.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is notified of a message whose recipient has no visible client. */
@QuarkusTest
class PushEndpointTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private final Caller eve = Caller.newUser();
    private final List<JsonObject> pushes = new CopyOnWriteArrayList<>();
    private Connection connection;
    private Channel channel;

    @BeforeEach
    void consumeAsTheMailServiceDoes() throws IOException, TimeoutException {
        Door.awaitReady();
        var config = ConfigProvider.getConfig();
        var factory = new ConnectionFactory();
        factory.setHost(config.getValue("NATTER_RABBITMQ_HOST", String.class));
        factory.setPort(config.getValue("NATTER_RABBITMQ_PORT", Integer.class));
        factory.setUsername(config.getValue("NATTER_RABBITMQ_USERNAME", String.class));
        factory.setPassword(config.getValue("NATTER_RABBITMQ_PASSWORD", String.class));
        factory.setVirtualHost(config.getValue("NATTER_RABBITMQ_VIRTUAL_HOST", String.class));
        connection = factory.newConnection();
        channel = connection.createChannel();
        channel.exchangeDeclare(Topology.NOTIFICATIONS, "direct", true);
        channel.queueDeclare(
                Topology.NOTIFICATIONS,
                true,
                false,
                false,
                Map.of(
                        "x-queue-type", "quorum",
                        "x-dead-letter-exchange", Topology.NOTIFICATIONS_DLX,
                        "x-dead-letter-routing-key", Topology.NOTIFICATIONS));
        channel.queueBind(Topology.NOTIFICATIONS, Topology.NOTIFICATIONS, Topology.NOTIFICATIONS);
        channel.basicConsume(
                Topology.NOTIFICATIONS,
                true,
                (tag, delivery) -> pushes.add(new JsonObject(new String(delivery.getBody(), StandardCharsets.UTF_8))),
                tag -> {});
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
    }

    @Test
    void theKeyIsGiven() {
        assertThat(json(ada.request().get("/api/v1/push/key"), 200).getString("publicKey"))
                .isEqualTo(SocketBed.PUSH_KEY);
    }

    @Test
    void aMessageIsPushedToEveryBrowserOfARecipientAndToNoneOfTheSender() {
        var first = subscribe(bob);
        var second = subscribe(bob);
        var adas = subscribe(ada);
        var conversation = ada.conversationWith(bob);

        var message = ada.send(conversation, "é".repeat(200));

        eventually(() -> assertThat(
                        List.of(pushedTo(first).size(), pushedTo(second).size()))
                .containsExactly(1, 1));
        var push = pushedTo(first).get(0);
        assertThat(push.getString("type")).isEqualTo("push");
        assertThat(push.getInteger("timeToLiveSeconds")).isPositive();
        var payload = new JsonObject(push.getString("payload"));
        assertThat(payload.getString("type")).isEqualTo("message");
        assertThat(payload.getString("conversationId")).isEqualTo(conversation);
        assertThat(payload.getLong("seq")).isEqualTo(message.getLong("seq"));
        assertThat(payload.getString("senderId")).isEqualTo(ada.id());
        assertThat(payload.getString("senderName")).isNotBlank();
        assertThat(payload.getString("text")).hasSize(120).endsWith("…");
        assertThat(pushedTo(adas)).isEmpty();
    }

    /** Eve, who is in the same group, shows when the message has been dealt with. */
    @Test
    void nothingIsPushedWhileAClientIsVisible() {
        var bobs = subscribe(bob);
        var eves = subscribe(eve);
        var group = ada.conversationWith(bob, eve);
        try (var client = Door.open(bob.id())) {
            client.send(new JsonObject().put("type", "visible").put("visible", true));
            client.send(new JsonObject().put("type", "nothing"));
            client.take("error");

            ada.send(group, "one");

            eventually(() -> assertThat(textsTo(eves)).contains("one"));
            assertThat(textsTo(bobs)).isEmpty();

            client.send(new JsonObject().put("type", "visible").put("visible", false));
            client.send(new JsonObject().put("type", "nothing"));
            client.take("error");
            ada.send(group, "two");

            eventually(() -> assertThat(textsTo(bobs)).containsExactly("two"));
        }
    }

    @Test
    void aConnectionThatClosesIsVisibleNoMore() {
        var bobs = subscribe(bob);
        var conversation = ada.conversationWith(bob);
        var client = Door.open(bob.id());
        client.send(new JsonObject().put("type", "visible").put("visible", true));
        client.send(new JsonObject().put("type", "nothing"));
        client.take("error");
        client.close();

        eventually(() -> {
            ada.send(conversation, "hello");
            assertThat(textsTo(bobs)).isNotEmpty();
        });
    }

    @Test
    void aMutedConversationIsSilent() {
        var bobs = subscribe(bob);
        var eves = subscribe(eve);
        var group = ada.conversationWith(bob, eve);
        json(
                bob.request(new JsonObject()
                                .put(
                                        "mutedUntil",
                                        Instant.now().plusSeconds(3_600).toString()))
                        .patch("/api/v1/conversations/{id}/mine", group),
                200);

        ada.send(group, "one");

        eventually(() -> assertThat(textsTo(eves)).contains("one"));
        assertThat(textsTo(bobs)).isEmpty();
    }

    @Test
    void aStormIsFewNotificationsAndTheLastMessageIsAmongThem() {
        var bobs = subscribe(bob);
        var conversation = ada.conversationWith(bob);

        IntStream.range(0, 40).forEach(number -> ada.send(conversation, "message " + number));

        eventually(() -> assertThat(textsTo(bobs)).contains("message 39"));
        assertThat(textsTo(bobs)).hasSizeLessThan(10);
    }

    @Test
    void whatIsReadElsewhereIsWithdrawn() {
        var bobs = subscribe(bob);
        var conversation = ada.conversationWith(bob);
        var message = ada.send(conversation, "hello");
        eventually(() -> assertThat(textsTo(bobs)).containsExactly("hello"));

        bob.read(conversation, message.getLong("seq")).then().statusCode(204);

        eventually(() -> assertThat(pushedTo(bobs))
                .extracting(push -> new JsonObject(push.getString("payload")))
                .filteredOn(payload -> payload.getString("type").equals("read"))
                .singleElement()
                .satisfies(payload -> assertThat(payload.getLong("seq")).isEqualTo(message.getLong("seq"))));
    }

    @Test
    void aSubscriptionThatHasEndedGetsNothing() throws IOException {
        var gone = subscribe(bob);
        var bobs = subscribe(bob);
        var conversation = ada.conversationWith(bob);
        ada.send(conversation, "one");
        eventually(() -> assertThat(textsTo(gone)).contains("one"));
        var id = pushedTo(gone).get(0).getString("subscriptionId");

        channel.basicPublish(
                Topology.PUSH_ENDED,
                Topology.PUSH_ENDED,
                null,
                new JsonObject().put("subscriptionId", id).toBuffer().getBytes());

        eventually(() -> {
            var text = UUID.randomUUID().toString();
            ada.send(conversation, text);
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(textsTo(bobs)).contains(text));
            assertThat(textsTo(gone)).doesNotContain(text);
        });
    }

    @Test
    void aSubscriptionEndsWithItsSession() throws IOException {
        var session = UUID.randomUUID().toString();
        var endpoint = endpoint();
        given().header("Authorization", "Bearer " + TestTokens.accessToken(bob.id(), session, Duration.ofMinutes(5)))
                .contentType("application/json")
                .body(body(endpoint, key(65), key(16)).encode())
                .put("/api/v1/push/subscription")
                .then()
                .statusCode(204);
        var bobs = subscribe(bob);
        var conversation = ada.conversationWith(bob);

        channel.basicPublish(
                Topology.USER_EVENTS,
                "session.ended",
                null,
                new JsonObject()
                        .put("type", "session.ended")
                        .put("eventId", UUID.randomUUID().toString())
                        .put("occurredAt", "2026-05-04T12:00:00.000Z")
                        .put("userId", bob.id())
                        .put("sessionId", session)
                        .toBuffer()
                        .getBytes());

        eventually(() -> {
            var text = UUID.randomUUID().toString();
            ada.send(conversation, text);
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(textsTo(bobs)).contains(text));
            assertThat(textsTo(endpoint)).doesNotContain(text);
        });
    }

    @Test
    void unsubscribingEndsIt() {
        var bobs = subscribe(bob);
        var eves = subscribe(eve);
        var group = ada.conversationWith(bob, eve);

        bob.request()
                .queryParam("endpoint", bobs)
                .delete("/api/v1/push/subscription")
                .then()
                .statusCode(204);
        ada.send(group, "one");

        eventually(() -> assertThat(textsTo(eves)).contains("one"));
        assertThat(textsTo(bobs)).isEmpty();
    }

    @Test
    void theEleventhReplacesTheFirst() {
        var endpoints =
                IntStream.range(0, 11).mapToObj(number -> subscribe(bob)).toList();
        var conversation = ada.conversationWith(bob);

        ada.send(conversation, "hello");

        eventually(() -> assertThat(endpoints.subList(1, 11))
                .allSatisfy(endpoint -> assertThat(textsTo(endpoint)).contains("hello")));
        assertThat(textsTo(endpoints.get(0))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://push.example.net/1", "https://127.0.0.1/1", "https://localhost/1",
                        "https://169.254.169.254/latest",
                "https://10.0.0.1/1", "https://[::1]/1", "https://user@push.example.net/1", "ftp://push.example.net/1"
            })
    void anEndpointThatIsNoPushServiceIsRefused(String endpoint) {
        assertThat(json(put(bob, endpoint, key(65), key(16)), 422).getString("code"))
                .isEqualTo("push_endpoint");
    }

    @Test
    void whatIsMalformedIsRefused() {
        var endpoint = endpoint();
        assertThat(put(bob, "no URL", key(65), key(16)).statusCode()).isEqualTo(400);
        assertThat(put(bob, "https://a/" + "x".repeat(2_048), key(65), key(16)).statusCode())
                .isEqualTo(400);
        assertThat(put(bob, endpoint, key(64), key(16)).statusCode()).isEqualTo(400);
        assertThat(put(bob, endpoint, key(65), key(15)).statusCode()).isEqualTo(400);
        assertThat(put(bob, endpoint, "not base64!", key(16)).statusCode()).isEqualTo(400);
        assertThat(bob.request(new JsonObject().put("endpoint", endpoint))
                        .put("/api/v1/push/subscription")
                        .statusCode())
                .isEqualTo(400);
    }

    private static String endpoint() {
        return "https://push.example.net/send/" + UUID.randomUUID();
    }

    private static String subscribe(Caller who) {
        var endpoint = endpoint();
        put(who, endpoint, key(65), key(16)).then().statusCode(204);
        return endpoint;
    }

    private static Response put(Caller who, String endpoint, String p256dh, String auth) {
        return who.request(body(endpoint, p256dh, auth)).put("/api/v1/push/subscription");
    }

    private static JsonObject body(String endpoint, String p256dh, String auth) {
        return new JsonObject()
                .put("endpoint", endpoint)
                .putNull("expirationTime")
                .put("keys", new JsonObject().put("p256dh", p256dh).put("auth", auth));
    }

    private static String key(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[bytes]);
    }

    private List<JsonObject> pushedTo(String endpoint) {
        return pushes.stream()
                .filter(push -> endpoint.equals(push.getString("endpoint")))
                .toList();
    }

    private List<String> textsTo(String endpoint) {
        return pushedTo(endpoint).stream()
                .map(push -> new JsonObject(push.getString("payload")).getString("text"))
                .toList();
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(TIMEOUT).untilAsserted(assertion);
    }
}
