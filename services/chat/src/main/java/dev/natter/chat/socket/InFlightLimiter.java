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
 * Lets the frames of one connection in, in the order they came and only so many at a time. They begin in that order without
 * waiting for each other to end, which is all that the order of messages needs. Those that wait are bounded in number and
 * size; one too many is refused with 503 {@code busy}.
 */
final class InFlightLimiter {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private record Waiting(int size, UniEmitter<? super Void> emitter) {}

    private final int mostInside;
    private final int mostWaiting;
    private final int mostCharacters;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final AtomicInteger draining = new AtomicInteger();
    private int inside;
    private int characters;

    InFlightLimiter(int mostInside, int mostWaiting, int mostCharacters) {
        this.mostInside = mostInside;
        this.mostWaiting = mostWaiting;
        this.mostCharacters = mostCharacters;
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
            isFull = waiting.size() >= mostWaiting || characters + newcomer.size() > mostCharacters;
            if (!isFull) {
                waiting.addLast(newcomer);
                characters += newcomer.size();
            }
        }
        if (isFull) {
            newcomer.emitter()
                    .fail(Refusal.unavailable(ErrorCode.BUSY, "Too many frames are waiting already.", A_MOMENT));
        } else {
            drain();
        }
    }

    private void leave() {
        synchronized (waiting) {
            inside--;
        }
        drain();
    }

    /** One at a time, so that those who are let in stay in order; without the lock, because they begin to work. */
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
            if (inside >= mostInside || waiting.isEmpty()) {
                return null;
            }
            inside++;
            var next = waiting.removeFirst();
            characters -= next.size();
            return next;
        }
    }
}
