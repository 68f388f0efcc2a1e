package dev.natter.chat.online;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * When people were seen last: noted at once, written behind in batches, one entry a person however often he comes and goes.
 * What a killed replica had not written is lost; then the time at which he came stands for it. While the store is away it
 * keeps what there is to write, up to a bound.
 */
@ApplicationScoped
class Sightings {

    private static final Logger LOG = Logger.getLogger(Sightings.class);
    private static final int MOST = 100_000;
    private static final int PAGE = 500;

    private final SeenPeople seenPeople;
    private final Map<String, Instant> unwritten = new ConcurrentHashMap<>();

    Sightings(SeenPeople seenPeople) {
        this.seenPeople = seenPeople;
    }

    void note(String userId, Instant at) {
        if (unwritten.size() < MOST || unwritten.containsKey(userId)) {
            unwritten.merge(userId, at, Sightings::later);
        }
    }

    /** When these were seen last, as far as it is known. */
    Uni<Map<String, Instant>> of(Collection<String> userIds) {
        if (userIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return seenPeople.find(userIds).map(found -> {
            var all = new HashMap<>(found);
            for (var userId : userIds) {
                var noted = unwritten.get(userId);
                if (noted != null) {
                    all.merge(userId, noted, Sightings::later);
                }
            }
            return all;
        });
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> write() {
        return Multi.createFrom()
                .iterable(Map.copyOf(unwritten).entrySet())
                .group()
                .intoLists()
                .of(PAGE)
                .onItem()
                .transformToUniAndConcatenate(page -> {
                    var batch = new HashMap<String, Instant>();
                    page.forEach(each -> batch.put(each.getKey(), each.getValue()));
                    // Out of the way only once it is written, and only if it is not newer by then.
                    return seenPeople.write(batch).invoke(() -> batch.forEach(unwritten::remove));
                })
                .onItem()
                .ignoreAsUni()
                .onFailure()
                .invoke(failure -> LOG.debugf("When people were seen last is written later: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
