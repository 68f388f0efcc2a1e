package dev.natter.chat.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.natter.chat.Caller;
import dev.natter.events.Topology;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the user service tells over the broker arrives in what this service shows. */
@QuarkusTest
class UserEventsEndpointTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private Connection connection;
    private Channel channel;

    @BeforeEach
    void connect() throws IOException, TimeoutException {
        var config = ConfigProvider.getConfig();
        var factory = new ConnectionFactory();
        factory.setHost(config.getValue("NATTER_RABBITMQ_HOST", String.class));
        factory.setPort(config.getValue("NATTER_RABBITMQ_PORT", Integer.class));
        factory.setUsername(config.getValue("NATTER_RABBITMQ_USERNAME", String.class));
        factory.setPassword(config.getValue("NATTER_RABBITMQ_PASSWORD", String.class));
        factory.setVirtualHost(config.getValue("NATTER_RABBITMQ_VIRTUAL_HOST", String.class));
        connection = factory.newConnection();
        channel = connection.createChannel();
        // The queue is bound before a test may rely on it.
        await().atMost(TIMEOUT)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @AfterEach
    void disconnect() throws IOException {
        connection.close();
    }

    @Test
    void anotherNameIsShown() throws IOException {
        var conversation = ada.conversationWith(bob);

        publish(renamed(bob, "Robert", 2));

        assertNameOfBob(conversation, "Robert");
    }

    @Test
    void whatComesTwiceOrTooLateChangesNothing() throws IOException {
        var conversation = ada.conversationWith(bob);
        publish(renamed(bob, "Robert", 5));
        publish(renamed(bob, "Bobby", 4));
        publish(renamed(bob, "Robert", 5));
        publish(renamed(ada, "The last", 2));

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(nameIn(conversation, ada)).isEqualTo("The last"));

        assertNameOfBob(conversation, "Robert");
    }

    @Test
    void aUserWhoHasJustRegisteredIsKnownWithoutACall() throws IOException {
        var carol = new Caller("away-" + UUID.randomUUID());
        publish(renamed(carol, "Carol", 1).put("type", "user.registered"));

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(ada.start(carol).statusCode()).isIn(200, 201));
    }

    @Test
    void whatIsNotUnderstoodHoldsNothingUp() throws IOException {
        var conversation = ada.conversationWith(bob);
        publish(new JsonObject().put("type", "user.crowned"));
        channel.basicPublish(Topology.USER_EVENTS, "user.renamed", json(), "{".getBytes(StandardCharsets.UTF_8));

        publish(renamed(bob, "Robert", 2));

        assertNameOfBob(conversation, "Robert");
        assertThat(given().get("/q/metrics").asString())
                .contains("natter_user_events_total{outcome=\"malformed\"}")
                .contains("natter_user_events_total{outcome=\"ignored\"}");
    }

    private void assertNameOfBob(String conversation, String name) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(nameIn(conversation, bob)).isEqualTo(name));
    }

    private String nameIn(String conversation, Caller member) {
        return ada.show(conversation).getJsonArray("members").stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("userId").equals(member.id()))
                .findFirst()
                .orElseThrow()
                .getString("name");
    }

    private void publish(JsonObject event) throws IOException {
        channel.basicPublish(
                Topology.USER_EVENTS,
                event.getString("type"),
                json(),
                event.toBuffer().getBytes());
    }

    private static AMQP.BasicProperties json() {
        return new AMQP.BasicProperties.Builder()
                .contentType("application/json")
                .deliveryMode(2)
                .build();
    }

    private static JsonObject renamed(Caller who, String name, long version) {
        return new JsonObject()
                .put("type", "user.renamed")
                .put("eventId", UUID.randomUUID().toString())
                .put("occurredAt", "2026-05-04T12:00:00.000Z")
                .put("userId", who.id())
                .put("name", name)
                .put("createdAt", "2026-01-02T03:04:05.678Z")
                .put("version", version);
    }
}
