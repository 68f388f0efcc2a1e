package dev.natter.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.natter.chat.delivery.Connections;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.delivery.ServerFrame;
import dev.natter.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that do not keep the rules. */
@QuarkusTest
class BadPeerEndpointTest {
    @JsonTypeName("padding")
    private record Padding(String text) implements ServerFrame {}

    private final String ada = Door.newId();

    @Inject
    Delivery delivery;

    @Inject
    Connections connections;

    @BeforeEach
    void ready() {
        Door.awaitReady();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "{\"type\":\"dance\"}", "{\"type\":\"send\"}"})
    void aBadFrameIsAnsweredAndTheConnectionLivesOn(String frame) {
        try (var client = Door.open(ada)) {
            client.send(frame);

            assertThat(client.next().getString("type")).isEqualTo("error");
            client.send(frame);
            assertThat(client.next().getString("type")).isEqualTo("error");
        }
    }

    @Test
    void aBinaryFrameIsAnsweredAndTheConnectionLivesOn() {
        try (var client = Door.open(ada)) {
            client.sendBinary(new byte[] {1, 2, 3});

            assertThat(client.next().getString("type")).isEqualTo("error");
            assertThat(client.isClosed()).isFalse();
        }
    }

    /** The close frame may be lost with what of the peer's is left unread. */
    @Test
    void aFrameThatIsTooLargeEndsTheConnection() {
        try (var peer = new RawSocket(Door.socket(), TestTokens.accessToken(ada))) {
            peer.read();

            peer.sendText("x".repeat(65_537));

            peer.readToEnd();
            await().untilAsserted(() -> assertThat(connections.of(ada)).isEmpty());
        }
    }

    @Test
    void aHugeDeclaredSizeEndsTheConnection() {
        try (var peer = new RawSocket(Door.socket(), TestTokens.accessToken(ada))) {
            peer.read();

            peer.sendHeader(RawSocket.TEXT, Long.MAX_VALUE);

            peer.readToEnd();
        }
        await().untilAsserted(() -> assertThat(connections.of(ada)).isEmpty());
    }

    @Test
    void fragmentsThatAreTooLargeTogetherEndTheConnection() {
        var half = "x".repeat(40_000).getBytes(StandardCharsets.UTF_8);
        try (var peer = new RawSocket(Door.socket(), TestTokens.accessToken(ada))) {
            peer.read();

            peer.send(RawSocket.TEXT, false, half);
            peer.send(0, true, half);

            assertThat(peer.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void aFrameOf64KiBIsTaken() {
        try (var peer = new RawSocket(Door.socket(), TestTokens.accessToken(ada))) {
            peer.read();

            peer.sendText("x".repeat(65_536));

            assertThat(peer.read().text()).contains("\"type\":\"error\"");
        }
    }

    @Test
    void aFloodEndsTheConnection() {
        try (var peer = new RawSocket(Door.socket(), TestTokens.accessToken(ada))) {
            peer.read();

            for (var frame = 0; frame < 200; frame++) {
                peer.sendText("{\"type\":\"dance\"}");
            }

            assertThat(peer.closeCode()).isEqualTo(4429);
        }
    }

    /** The platform shows the socket a message when its last fragment has come, and empty fragments never. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aFloodOfFragmentsEndsTheConnection(int size) {
        var before = Door.counter("natter_socket_closed_total", "code=\"4429\"");
        try (var peer = new RawSocket(Door.socket(), TestTokens.accessToken(ada))) {
            peer.read();

            peer.send(RawSocket.TEXT, false, new byte[0]);
            for (var frame = 0; frame < 200; frame++) {
                peer.send(RawSocket.MORE, false, "x".repeat(size).getBytes(StandardCharsets.UTF_8));
            }

            assertThat(peer.closeCode()).isEqualTo(4429);
        }
        assertThat(Door.counter("natter_socket_closed_total", "code=\"4429\"")).isEqualTo(before + 1);
        await().untilAsserted(() -> assertThat(connections.of(ada)).isEmpty());
    }

    /** 150 within five seconds on each of five connections would pass, 450 of one user do not. */
    @Test
    void aFloodOverSeveralConnectionsOfOneUserEndsOneOfThem() {
        try (var one = Door.open(ada);
                var two = Door.open(ada);
                var three = Door.open(ada);
                var four = Door.open(ada)) {
            var all = List.of(one, two, three, four);

            for (var frame = 0; frame < 140; frame++) {
                all.forEach(BadPeerEndpointTest::sendUnlessClosed);
            }

            await().untilAsserted(() -> assertThat(all).anyMatch(LiveClient::isClosed));
            assertThat(all.stream()
                            .filter(LiveClient::isClosed)
                            .findFirst()
                            .orElseThrow()
                            .closeCode())
                    .isEqualTo(4429);
        }
    }

    private static void sendUnlessClosed(LiveClient client) {
        try {
            client.send("{}");
        } catch (CompletionException closed) {
            // By now one of them is.
        }
    }

    @Test
    void thirtyFramesASecondAreNoFlood() {
        try (var client = Door.open(ada)) {
            for (var frame = 0; frame < 60; frame++) {
                client.send("{\"type\":\"dance\"}");
            }
            for (var frame = 0; frame < 60; frame++) {
                assertThat(client.next().getString("code")).isEqualTo("unknown_type");
            }
        }
    }

    @Test
    void aPeerThatAnswersNoPingIsDropped() {
        try (var peer = new RawSocket(Door.socket(), TestTokens.accessToken(ada))) {
            assertThat(peer.read().text()).contains("ready");
            assertThat(peer.read().opcode()).isEqualTo(RawSocket.PING);

            assertThat(peer.closeCode()).isEqualTo(4408);

            // It says no goodbye either, and is not waited for as long as the platform would: 10 s.
            await().atMost(Duration.ofSeconds(8))
                    .untilAsserted(() -> assertThat(connections.of(ada)).isEmpty());
        }
    }

    @Test
    void aPeerThatDoesNotTakeItsFramesIsEndedAndCut() {
        var before = Door.counter("natter_socket_closed_total", "code=\"4413\"");
        try (var peer = new RawSocket(Door.socket(), TestTokens.accessToken(ada))) {
            assertThat(peer.read().text()).contains("ready");

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                for (var frame = 0; frame < 100; frame++) {
                    delivery.deliver(List.of(ada), new Padding("x".repeat(20_000)));
                }
                assertThat(Door.counter("natter_socket_closed_total", "code=\"4413\""))
                        .isEqualTo(before + 1);
            });

            // It never takes the close frame either.
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(connections.of(ada)).isEmpty());
        }
    }

    @Test
    void aSlowPeerThatCatchesUpLearnsWhy() {
        try (var peer = new RawSocket(Door.socket(), TestTokens.accessToken(ada))) {
            peer.read();
            for (var frame = 0; frame < 1_000; frame++) {
                delivery.deliver(List.of(ada), new Padding("x".repeat(20_000)));
            }

            assertThat(peer.closeCode()).isEqualTo(4413);
        }
    }

    @Test
    void theOldestConnectionMakesRoom() {
        try (var oldest = Door.open(ada);
                var second = Door.open(ada);
                var third = Door.open(ada);
                var fourth = Door.open(ada);
                var fifth = Door.open(ada);
                var sixth = Door.open(ada)) {
            assertThat(oldest.closeCode()).isEqualTo(4429);
            sixth.send("{\"type\":\"dance\"}");
            assertThat(sixth.next().getString("code")).isEqualTo("unknown_type");
            assertThat(List.of(second, third, fourth, fifth)).noneMatch(LiveClient::isClosed);
        }
    }

    @Test
    void aFrameThatSaysWhoItIsFromIsNotBelieved() {
        var bob = Door.newId();
        var conversation = Door.conversation(ada, bob);
        try (var client = Door.open(ada)) {
            client.send(new JsonObject()
                    .put("type", "send")
                    .put("conversationId", conversation)
                    .put("clientMessageId", Door.newId())
                    .put("text", "I am Bob")
                    .put("senderId", bob)
                    .put("userId", bob));

            assertThat(client.take("sent").getJsonObject("message").getString("senderId"))
                    .isEqualTo(ada);
        }
    }
}
