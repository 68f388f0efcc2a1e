package dev.natter.load.scenario;

import dev.natter.load.client.Api;
import dev.natter.load.client.BoundedConcurrency;
import dev.natter.load.client.HttpReply;
import dev.natter.load.measure.BoundedWait;
import dev.natter.load.people.Person;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Fills a conversation over REST; no members are connected, so nothing is delivered. */
final class Seed {

    private static final int AT_ONCE = 32;
    private static final int STEP = 500;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final Api api;
    private final List<Person> writers;
    private final String path;
    private int there;

    Seed(Api api, List<Person> writers, String conversationId) {
        this.api = api;
        this.writers = List.copyOf(writers);
        this.path = "/api/v1/conversations/" + conversationId + "/messages";
    }

    /**
     * Adds what is missing.
     *
     * @param end of {@link System#nanoTime()}, when no more is begun
     * @return how many there are now
     */
    int upTo(int count, long end) {
        while (there < count && System.nanoTime() < end) {
            var step = Math.min(STEP, count - there);
            BoundedWait.on(
                    BoundedConcurrency.run(step, AT_ONCE, number -> write(writers.get(number % writers.size()))),
                    TIMEOUT);
            there += step;
        }
        return there;
    }

    private Future<JsonObject> write(Person writer) {
        var body = new JsonObject()
                .put("clientMessageId", UUID.randomUUID().toString())
                .put("text", "One of very many messages, as long as people write them.");
        return api.insist("POST", path, body, writer.token()).map((HttpReply answer) -> answer.json(200, 201));
    }
}
