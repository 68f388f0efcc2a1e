package dev.natter.chat.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

// At startup, so that they exist before the first connection. A singleton, because the proxy of a scope has no fields.
@Startup
@Singleton
public class DeliveryMetrics {

    private static final Duration[] BUCKETS = IntStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    final Counter sent;
    final Counter remote;
    final Counter missed;
    final Counter broadcast;
    final Counter overtaken;
    private final Timer latency;

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.sent = counter("natter.socket.frames.out", "Frames handed to sockets");
        this.remote = counter("natter.delivery.remote", "Frames for other replicas, once for each");
        this.missed = counter("natter.delivery.missed", "Frames for other replicas that could not be sent");
        this.broadcast =
                counter("natter.delivery.broadcast", "Frames for all other replicas, while routes are unknown");
        this.overtaken = counter("natter.delivery.overtaken", "Frames that came before their predecessors and waited");
        this.latency = Timer.builder("natter.delivery.latency")
                .description("From a message's place in its conversation to its hand-over to a replica's sockets")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    /** A message is handed to all its sockets here. Clocks of replicas may differ, so the time may be negative. */
    void delivered(long millis) {
        latency.record(Math.max(0, millis), TimeUnit.MILLISECONDS);
    }

    /** This server closes a connection. */
    public void closing(CloseCode code) {
        Counter.builder("natter.socket.closed")
                .description("Connections ended by the server, by close code")
                .tag("code", String.valueOf(code.code()))
                .register(registry)
                .increment();
    }
}
