package dev.natter.chat.http;

import dev.natter.web.CallerContext;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Bounds the memory that the answers to one person take on this replica. Pages are up to 2 MB; of one person
 * {@value #MAX_CONCURRENCY} are built or written at a time, until the last byte is written. Further requests wait for a
 * permit, {@value #MAX_WAITING} at most (then 429) and for 10 s at most (then 503).
 */
@ApplicationScoped
public class InFlightAnswers {

    private static final int MAX_CONCURRENCY = 4;
    private static final int MAX_WAITING = 100;
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final CurrentVertxRequest current;
    private final Map<String, Person> people = new HashMap<>();

    InFlightAnswers(CurrentVertxRequest current) {
        this.current = current;
    }

    private static final class Person {
        private int permits = MAX_CONCURRENCY;
        private final Deque<Permit> waiting = new ArrayDeque<>();
    }

    private static final class Permit {
        private final CompletableFuture<Void> granted = new CompletableFuture<>();
    }

    /** The answer to the current request, begun once this person has a permit. */
    public <T> Uni<T> take(String userId, Supplier<Uni<T>> answer) {
        var request = current.getCurrent();
        var permit = acquire(userId);
        if (request.response().closed()) {
            release(userId, permit);
        } else {
            request.addEndHandler(ended -> release(userId, permit));
        }
        return CallerContext.current()
                .comeBack(Uni.createFrom().completionStage(permit.granted))
                .ifNoItem()
                .after(MAX_WAIT)
                .failWith(() -> Refusal.unavailable(
                        ErrorCode.BUSY, "Too many of your requests are under way. Try again.", RETRY_AFTER))
                .chain(() -> answer.get());
    }

    private synchronized Permit acquire(String userId) {
        var person = people.computeIfAbsent(userId, id -> new Person());
        var permit = new Permit();
        if (person.permits > 0) {
            person.permits--;
            permit.granted.complete(null);
        } else if (person.waiting.size() < MAX_WAITING) {
            person.waiting.addLast(permit);
        } else {
            throw Refusal.tooMany(
                    ErrorCode.RATE_LIMITED, "Too many of your requests are under way. Wait a moment.", RETRY_AFTER);
        }
        return permit;
    }

    private synchronized void release(String userId, Permit permit) {
        var person = people.get(userId);
        if (person == null || person.waiting.remove(permit)) {
            return;
        }
        var next = person.waiting.pollFirst();
        if (next != null) {
            next.granted.complete(null);
        } else if (++person.permits == MAX_CONCURRENCY) {
            people.remove(userId);
        }
    }
}
