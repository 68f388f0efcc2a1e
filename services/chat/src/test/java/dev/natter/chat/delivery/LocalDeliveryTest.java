package dev.natter.chat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.chat.TestTimers;
import dev.natter.events.DeliveryEvent.Push;
import dev.natter.events.DeliveryEvent.Version;
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
    @JsonTypeName("note")
    private record Note(String text) implements ServerFrame {}

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DeliveryMetrics metrics = new DeliveryMetrics(registry);
    private final Connections connections = new Connections(Limits.SMALL, metrics, registry);
    private final List<Duration> delays = new ArrayList<>();
    private final LocalDelivery local = new LocalDelivery(
            connections,
            new ReorderBuffer(Limits.SMALL, Clock.systemUTC(), TestTimers.of((delay, deed) -> {}), metrics),
            new LatestVersions(),
            new ObjectMapper(),
            metrics,
            Clock.fixed(Instant.ofEpochMilli(1_040), ZoneOffset.UTC),
            TestTimers.of(this::runAtOnce),
            Limits.SMALL);

    private void runAtOnce(Duration delay, Runnable deed) {
        delays.add(delay);
        deed.run();
    }

    private AssertSubscriber<String> open(String id, String userId) {
        var connection = connections.open(id, userId, Runnable::run);
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
        local.deliver(local.encode(List.of("ada", "bob", "unknown"), new Note("hi"), "1"));

        // Then
        var note = "{\"type\":\"note\",\"text\":\"hi\"}";
        assertThat(adas.getItems()).containsExactly("ready");
        assertThat(adasOther.getItems()).containsExactly("ready", note);
        assertThat(bobs.getItems()).containsExactly("ready", note);
        assertThat(cleos.getItems()).containsExactly("ready");
    }

    private static String sent(int seq) {
        return "{\"type\":\"note\",\"text\":\"sent%d\"}".formatted(seq);
    }

    /** A frame for both with a place in the conversation. */
    private static Push place(long seq, String exceptConnectionId) {
        return new Push(List.of("ada", "bob"), exceptConnectionId, "lunch", seq, null, null, null, "m" + seq);
    }

    @Test
    void messagesThatOvertakeEachOtherReachAConnectionInOrder() {
        var adas = open("1", "ada");
        var bobs = open("2", "bob");

        local.deliver(place(1, null));
        local.deliver(place(3, null));
        local.deliver(place(2, null));

        assertThat(adas.getItems()).containsExactly("ready", "m1", "m2", "m3");
        assertThat(bobs.getItems()).containsExactly("ready", "m1", "m2", "m3");
    }

    @Test
    void theAnswerToASendHasItsTurnAmongTheMessagesOfOthers() {
        var adas = open("1", "ada");
        var bobs = open("2", "bob");

        local.deliver(place(1, null));
        local.deliver(place(3, null));
        local.deliver(place(2, "1"), new Note("sent2"));
        local.deliver(place(5, "1"), new Note("sent5"));
        local.deliver(place(4, null));

        assertThat(adas.getItems()).containsExactly("ready", "m1", sent(2), "m3", "m4", sent(5));
        assertThat(bobs.getItems()).containsExactly("ready", "m1", "m2", "m3", "m4", "m5");
    }

    @Test
    void anAnswerToWhoIsGoneGoesNowhere() {
        var bobs = open("2", "bob");

        local.deliver(place(1, "1"), new Note("sent1"));

        assertThat(bobs.getItems()).containsExactly("ready", "m1");
    }

    private static Push profile(String id, long version) {
        return new Push(
                List.of("ada"), null, null, null, null, new Version("profile:" + id, version), null, id + version);
    }

    @Test
    void ofVersionsThatOvertakeEachOtherTheLatestIsTheLastThatAConnectionGets() {
        var adas = open("1", "ada");

        local.deliver(profile("bob", 3));
        local.deliver(profile("bob", 5));
        local.deliver(profile("bob", 4));
        local.deliver(profile("cleo", 1));
        local.deliver(profile("bob", 5));

        assertThat(adas.getItems()).containsExactly("ready", "bob3", "bob5", "cleo1", "bob5");
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

        local.deliver(new Push(List.of("ada", "bob"), null, null, null, 1_000L, null, null, "timed"));
        local.deliver(new Push(List.of("ada", "bob"), null, null, null, null, null, null, "not timed"));

        var latency = registry.get("natter.delivery.latency").timer();
        assertThat(latency.count()).isEqualTo(1);
        assertThat(latency.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(40);
    }
}
