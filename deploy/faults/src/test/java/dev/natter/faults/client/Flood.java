package dev.natter.faults.client;

import io.vertx.core.Vertx;
import java.util.List;

/** Some who have a lot to say to one conversation: the longest texts that there are, one each every 75 ms, as a program might. */
public final class Flood {

    private static final int PERIOD_MILLIS = 75;
    /** Three bytes each. */
    private static final String LONGEST_TEXT = "€".repeat(4_000);

    private final Vertx vertx;
    private final List<Client> writers;
    private final String conversationId;
    private long timer = -1;

    public Flood(Vertx vertx, List<Client> writers, String conversationId) {
        this.vertx = vertx;
        this.writers = writers;
        this.conversationId = conversationId;
    }

    public void begin() {
        timer = vertx.setPeriodic(
                PERIOD_MILLIS, due -> writers.forEach(writer -> writer.write(conversationId, LONGEST_TEXT)));
    }

    public void end() {
        vertx.cancelTimer(timer);
    }
}
