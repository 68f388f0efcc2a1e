package dev.natter.chat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A frame goes to the connections of its people on this replica. (To other replicas: ReplicasTest.) */
class LocalDeliveryTest {
    private record Note(String text) implements ServerFrame {
        @Override
        public String type() {
            return "note";
        }
    }

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DeliveryMetrics metrics = new DeliveryMetrics(registry);
    private final Connections connections = new Connections(Limits.SMALL, metrics, registry);
    private final FrameEncoder encoder = new FrameEncoder(new ObjectMapper());
    private final List<Duration> delays = new ArrayList<>();
    private final LocalDelivery local = new LocalDelivery(
            connections,
            new ReorderBuffer(Limits.SMALL, Clock.systemUTC(), (delay, deed) -> {}, metrics),
            encoder,
            metrics,
            Clock.fixed(Instant.ofEpochMilli(1_040), ZoneOffset.UTC),
            this::runAtOnce,
            Limits.SMALL);

    private void runAtOnce(Duration delay, Runnable deed) {
        delays.add(delay);
        deed.run();
    }

    private AssertSubscriber<String> open(String id, String userId) {
        var connection = connections.open(id, userId, "session", Runnable::run);
        connection.open("ready");
        var subscriber = AssertSubscriber.<String>create(100);
        connection.frames().subscribe(subscriber);
        return subscriber;
    }

    @Test
    void everyConnectionOfEveryRecipientButTheExceptedOne() {
        // Given
        var adas = open("1", "ada");
        var adasOther = open("2", "ada");
        var bobs = open("3", "bob");
        var cleos = open("4", "cleo");

        // When
        local.deliver(List.of("ada", "bob", "nobody"), encoder.encode(new Note("hi")), "1");

        // Then
        var note = "{\"type\":\"note\",\"text\":\"hi\"}";
        assertThat(adas.getItems()).containsExactly("ready");
        assertThat(adasOther.getItems()).containsExactly("ready", note);
        assertThat(bobs.getItems()).containsExactly("ready", note);
        assertThat(cleos.getItems()).containsExactly("ready");
    }

    private EncodedFrame place(long seq, String text) {
        return new EncodedFrame(text, "lunch", seq);
    }

    @Test
    void messagesThatOvertakeEachOtherReachAConnectionInOrder() {
        var adas = open("1", "ada");
        var bobs = open("2", "bob");

        local.deliver(List.of("ada", "bob"), place(1, "m1"), null);
        local.deliver(List.of("ada", "bob"), place(3, "m3"), null);
        local.deliver(List.of("ada", "bob"), place(2, "m2"), null);

        assertThat(adas.getItems()).containsExactly("ready", "m1", "m2", "m3");
        assertThat(bobs.getItems()).containsExactly("ready", "m1", "m2", "m3");
    }

    @Test
    void theAnswerToASendHasItsTurnAmongTheMessagesOfOthers() {
        var adas = open("1", "ada");
        var bobs = open("2", "bob");

        local.deliver(List.of("ada", "bob"), place(1, "m1"), null);
        local.deliver(List.of("ada", "bob"), place(3, "m3"), null);
        local.deliver(List.of("ada", "bob"), place(2, "m2"), "1", place(2, "sent2"));
        local.deliver(List.of("ada", "bob"), place(5, "m5"), "1", place(5, "sent5"));
        local.deliver(List.of("ada", "bob"), place(4, "m4"), null);

        assertThat(adas.getItems()).containsExactly("ready", "m1", "sent2", "m3", "m4", "sent5");
        assertThat(bobs.getItems()).containsExactly("ready", "m1", "m2", "m3", "m4", "m5");
    }

    @Test
    void anAnswerToWhoIsGoneGoesNowhere() {
        var bobs = open("2", "bob");

        local.deliver(List.of("ada", "bob"), place(1, "m1"), "1", place(1, "sent1"));

        assertThat(bobs.getItems()).containsExactly("ready", "m1");
    }

    @Test
    void aResyncOfAllConnectionsIsSpreadOverTime() {
        var adas = open("1", "ada");
        var bobs = open("2", "bob");

        local.resyncAll();

        assertThat(adas.getItems()).containsExactly("ready", "{\"type\":\"resync\"}");
        assertThat(bobs.getItems()).containsExactly("ready", "{\"type\":\"resync\"}");
        assertThat(delays).hasSize(2).allMatch(delay -> delay.compareTo(Limits.SMALL.resyncSpread()) < 0);
    }

    @Test
    void theWayOfWhatIsTimedIsMeasuredOnceForAllWhoGetIt() {
        open("1", "ada");
        open("2", "bob");

        local.deliver(List.of("ada", "bob"), new EncodedFrame("timed", null, 0, 1_000), null);
        local.deliver(List.of("ada", "bob"), new EncodedFrame("not timed", null, 0), null);

        var latency = registry.get("natter.delivery.latency").timer();
        assertThat(latency.count()).isEqualTo(1);
        assertThat(latency.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(40);
    }
}
