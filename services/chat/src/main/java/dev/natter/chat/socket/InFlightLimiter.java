package dev.natter.chat.socket;

import dev.natter.web.CallerContext;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits the frames of one connection in flight. They begin in the order they came, without waiting for each other to end,
 * which is all that the order of messages needs. Those that wait are bounded in number and size; one too many is refused with
 * 503 {@code busy}.
 */
final class InFlightLimiter {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private record Waiting(int size, UniEmitter<? super Void> emitter) {}

    private final int maxInFlight;
    private final int maxWaiting;
    private final int maxCharacters;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final AtomicInteger draining = new AtomicInteger();
    private int inFlight;
    private int characters;

    InFlightLimiter(int maxInFlight, int maxWaiting, int maxCharacters) {
        this.maxInFlight = maxInFlight;
        this.maxWaiting = maxWaiting;
        this.maxCharacters = maxCharacters;
    }

    /** Begins {@code work}, on the caller's context, when it is its turn. Takes its place in the order when subscribed. */
    <T> Uni<T> pass(int size, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> CallerContext.current()
                        .comeBack(Uni.createFrom().<Void>emitter(emitter -> enter(new Waiting(size, emitter))))
                        .chain(() -> begin(work).onTermination().invoke(this::leave)));
    }

    private static <T> Uni<T> begin(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(work::get);
    }

    private void enter(Waiting newcomer) {
        boolean isFull;
        synchronized (waiting) {
            isFull = waiting.size() >= maxWaiting || characters + newcomer.size() > maxCharacters;
            if (!isFull) {
                waiting.addLast(newcomer);
                characters += newcomer.size();
            }
        }
        if (isFull) {
            newcomer.emitter()
                    .fail(Refusal.unavailable(ErrorCode.BUSY, "Too many frames are waiting already.", RETRY_AFTER));
        } else {
            drain();
        }
    }

    private void leave() {
        synchronized (waiting) {
            inFlight--;
        }
        drain();
    }

    /** One at a time, so that they begin in order; without the lock, because they begin to work. */
    private void drain() {
        if (draining.getAndIncrement() != 0) {
            return;
        }
        do {
            for (var next = next(); next != null; next = next()) {
                next.emitter().complete(null);
            }
        } while (draining.decrementAndGet() != 0);
    }

    private @Nullable Waiting next() {
        synchronized (waiting) {
            if (inFlight >= maxInFlight || waiting.isEmpty()) {
                return null;
            }
            inFlight++;
            var next = waiting.removeFirst();
            characters -= next.size();
            return next;
        }
    }
}
