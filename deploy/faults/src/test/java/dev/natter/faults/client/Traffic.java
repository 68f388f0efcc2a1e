package dev.natter.faults.client;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/** Everybody writes and reads, here and there, now and then. */
public final class Traffic {

    private static final int LEAST_PAUSE_MILLIS = 500;
    private static final int LONGEST_PAUSE_MILLIS = 2_000;
    private static final int READS_PERCENT = 20;

    private final Vertx vertx;
    private final List<Client> clients;
    private final Queue<Long> timers = new ConcurrentLinkedQueue<>();

    public Traffic(Vertx vertx, List<Client> clients) {
        this.vertx = vertx;
        this.clients = clients;
    }

    public void begin() {
        clients.forEach(client -> timers.add(vertx.setPeriodic(
                ThreadLocalRandom.current().nextInt(LEAST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS), timer -> act(client))));
    }

    public void end() {
        timers.forEach(vertx::cancelTimer);
    }

    private static void act(Client client) {
        var random = ThreadLocalRandom.current();
        var conversations = client.conversations();
        var conversation = conversations.get(random.nextInt(conversations.size()));
        if (random.nextInt(100) < READS_PERCENT) {
            client.read(conversation);
        } else {
            // Now and then a few at once, as people and programs do.
            for (var left = random.nextInt(10) == 0 ? 5 : 1; left > 0; left--) {
                client.write(conversation, "message " + random.nextInt(1_000_000));
            }
        }
    }
}
