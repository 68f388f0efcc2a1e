package dev.natter.chat.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** What delivery counts. */
// From the start, so that there are figures before the first connection.
@Startup
@ApplicationScoped
class DeliveryMetrics {

    private final MeterRegistry registry;
    private final Counter out;
    private final Counter remote;
    private final Counter missed;
    private final Counter overtaken;

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.out = counter("natter.socket.frames.out", "Frames handed to sockets");
        this.remote = counter("natter.delivery.remote", "Frames for other replicas, once for each");
        this.missed = counter("natter.delivery.missed", "Frames for other replicas that could not be sent");
        this.overtaken = counter("natter.delivery.overtaken", "Frames held back because they came too early");
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    void out() {
        out.increment();
    }

    void remote() {
        remote.increment();
    }

    void missed(int frames) {
        missed.increment(frames);
    }

    void overtaken() {
        overtaken.increment();
    }

    /** This server ends a connection. */
    void ending(int code) {
        Counter.builder("natter.socket.closed")
                .description("Connections ended by the server, by close code")
                .tag("code", String.valueOf(code))
                .register(registry)
                .increment();
    }
}
