package dev.natter.chat.presence;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Notes when users were last seen, and writes it in batches every second. For what a killed replica had not written, the time
 * at which the user came online stands. While the store is unavailable it keeps what there is to write, up to a bound.
 */
@ApplicationScoped
class LastSeenWriter {

    private static final Logger LOG = Logger.getLogger(LastSeenWriter.class);
    private static final int MAX_UNWRITTEN = 100_000;
    private static final int MAX_BATCH = 500;

    private final LastSeenRepository store;
    private final Map<String, Instant> unwritten = new ConcurrentHashMap<>();

    LastSeenWriter(LastSeenRepository store) {
        this.store = store;
    }

    void note(String userId, Instant at) {
        if (unwritten.size() < MAX_UNWRITTEN || unwritten.containsKey(userId)) {
            unwritten.merge(userId, at, LastSeenWriter::later);
        }
    }

    /** When these users were last seen; those who never were are absent. */
    Uni<Map<String, Instant>> of(Collection<String> userIds) {
        if (userIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return store.of(userIds).map(found -> {
            var all = new HashMap<>(found);
            for (var userId : userIds) {
                var noted = unwritten.get(userId);
                if (noted != null) {
                    all.merge(userId, noted, LastSeenWriter::later);
                }
            }
            return all;
        });
    }

    @Scheduled(every = "1s", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> write() {
        return Multi.createFrom()
                .iterable(Map.copyOf(unwritten).entrySet())
                .group()
                .intoLists()
                .of(MAX_BATCH)
                .onItem()
                .transformToUniAndConcatenate(page -> {
                    var batch = page.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
                    // Removed only once it is written, and only if no newer time was noted meanwhile.
                    return store.write(batch).invoke(() -> batch.forEach(unwritten::remove));
                })
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .invoke(failure -> LOG.debugf("Last-seen times are written later: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
