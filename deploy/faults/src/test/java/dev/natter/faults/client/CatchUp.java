package dev.natter.faults.client;

import dev.natter.faults.check.LogEntry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** Fetches what a screen lacks, page by page, until nothing does; one fetch a conversation at a time. */
final class CatchUp {

    private final Vertx vertx;
    private final Person person;
    private final Recorder recorder;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Set<String> wantedAgain = ConcurrentHashMap.newKeySet();

    CatchUp(Vertx vertx, Person person, Recorder recorder) {
        this.vertx = vertx;
        this.person = person;
        this.recorder = recorder;
    }

    void fetch(String conversationId, Timeline timeline, Consumer<LogEntry> arrived) {
        if (!underWay.add(conversationId)) {
            wantedAgain.add(conversationId);
            return;
        }
        var path = "/api/v1/conversations/%s/entries?after=%d&limit=100".formatted(conversationId, timeline.reached());
        person.call(HttpMethod.GET, path, null).onSuccess(answer -> {
            underWay.remove(conversationId);
            recorder.fetched();
            if (answer.status() != 200) {
                later(conversationId, timeline, arrived);
                return;
            }
            var items = answer.json().getJsonArray("items");
            for (var i = 0; i < items.size(); i++) {
                var entry = Client.entry(conversationId, items.getJsonObject(i));
                timeline.fetchedTo(entry.seq());
                arrived.accept(entry);
            }
            if (answer.json().getBoolean("hasMore") || wantedAgain.remove(conversationId)) {
                fetch(conversationId, timeline, arrived);
            } else if (timeline.hasGap()) {
                later(conversationId, timeline, arrived);
            }
        });
    }

    private void later(String conversationId, Timeline timeline, Consumer<LogEntry> arrived) {
        vertx.setTimer(
                ThreadLocalRandom.current().nextInt(500, 1_500), timer -> fetch(conversationId, timeline, arrived));
    }
}
