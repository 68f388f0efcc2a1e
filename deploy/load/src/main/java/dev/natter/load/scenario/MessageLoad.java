package dev.natter.load.scenario;

import dev.natter.load.client.Connection;
import dev.natter.load.measure.BoundedWait;
import dev.natter.load.measure.Latencies;
import dev.natter.load.measure.OpenLoop;
import dev.natter.load.measure.Processes;
import dev.natter.load.measure.ResourceUsage;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** People who write, one after the other at a given rate, and what it took until everybody had it. */
public final class MessageLoad {

    private static final int CHARACTERS = 80;

    private final Vertx vertx;
    private final Processes processes;
    private final List<Voice> voices;
    private final SwitchableListener listener;
    private final int receivers;
    private final Duration timeout;

    /**
     * Who can write, and where.
     *
     * @param conversationId that the other end of the link is in, too
     */
    public record Voice(Connection link, String conversationId) {}

    /**
     * What a step found.
     *
     * @param deliveredPerSecond while it was being sent
     * @param missing deliveries and acknowledgements that never came
     */
    public record Heard(
            double offeredPerSecond,
            double deliveredPerSecond,
            Latencies delivered,
            Latencies acknowledged,
            long missing,
            long errors,
            ResourceUsage spent) {

        private static final double KEPT_UP = 0.95;

        /** Processor milliseconds of a service for a thousand deliveries. */
        public double cpuPerThousand(String service) {
            return spent.cpuMillis(service) / Math.max(1, delivered.count()) * 1000;
        }

        /** Whether more was asked than could be done. */
        public boolean isSaturated() {
            return missing > 0 || errors > 0 || deliveredPerSecond < offeredPerSecond * KEPT_UP;
        }
    }

    /**
     * Load from the given pairs.
     *
     * @param listener receives the frames of all connections
     * @param receivers of each message, without its sender
     * @param timeout for the last messages to arrive after sending has ended
     */
    public MessageLoad(
            Vertx vertx,
            Processes processes,
            List<Voice> voices,
            SwitchableListener listener,
            int receivers,
            Duration timeout) {
        this.vertx = vertx;
        this.processes = processes;
        this.voices = List.copyOf(voices);
        this.listener = listener;
        this.receivers = receivers;
        this.timeout = timeout;
    }

    /** What became of connections that were closed meanwhile, by their close codes. */
    public Map<Integer, Long> closed() {
        return voices.stream()
                .map(voice -> voice.link().closeCode())
                .filter(code -> code != 0)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    /** So many messages a second, by everybody together and in turn. */
    public Heard at(double perSecond, Duration time) {
        var most = (int) (perSecond * time.toMillis() / 1000) + 1;
        var traffic = new Traffic(most, receivers, CHARACTERS);
        listener.to(traffic);
        var usage = processes.begin();
        var begin = System.nanoTime();
        var sending = new OpenLoop(vertx).run(perSecond, time, (number, due) -> {
            var voice = voices.get(number % voices.size());
            voice.link().send(traffic.next(voice.conversationId(), due));
        });
        BoundedWait.on(sending, time.plus(timeout));
        // Not by the time that was meant: who cannot even send so fast has not delivered so fast.
        var inTime = traffic.delivered().count() * 1e9 / (System.nanoTime() - begin);
        BoundedWait.until(traffic::isComplete, timeout);
        return new Heard(
                perSecond * receivers,
                inTime,
                traffic.delivered(),
                traffic.acknowledged(),
                traffic.missing(),
                traffic.errors(),
                usage.end());
    }
}
