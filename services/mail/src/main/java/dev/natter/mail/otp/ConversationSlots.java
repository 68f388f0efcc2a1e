package dev.natter.mail.otp;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * So many SMTP conversations at once and no more; whoever comes then waits, first come first served, but first tries
 * before further ones: mails that a server keeps deferring hold up no others. How many can wait is bounded by how many
 * messages this worker holds.
 */
class ConversationSlots {

    private final Queue<UniEmitter<? super Void>> firstTries = new ConcurrentLinkedQueue<>();
    private final Queue<UniEmitter<? super Void>> furtherTries = new ConcurrentLinkedQueue<>();
    private final AtomicInteger free;
    private final AtomicInteger passes = new AtomicInteger();

    ConversationSlots(int most, MeterRegistry meters) {
        free = new AtomicInteger(most);
        meters.gauge("natter.mail.conversations", free, left -> most - left.get());
    }

    /** Has {@code conversation} when there is a place for it, and gives the place on when it ends, however it ends. */
    <T> Uni<T> whenFree(boolean firstTry, Supplier<Uni<? extends T>> conversation) {
        var queue = firstTry ? firstTries : furtherTries;
        return Uni.createFrom()
                .<Void>emitter(newcomer -> queueUp(queue, newcomer))
                .chain(() ->
                        Uni.createFrom().deferred(conversation).onTermination().invoke(this::giveBack));
    }

    private void queueUp(Queue<UniEmitter<? super Void>> queue, UniEmitter<? super Void> newcomer) {
        queue.add(newcomer);
        pass();
    }

    private void giveBack() {
        free.incrementAndGet();
        pass();
    }

    /** One thread at a time hands out places, in a loop: conversations that end at once must not pile up on its stack. */
    private void pass() {
        if (passes.getAndIncrement() != 0) {
            return;
        }
        var seen = 1;
        do {
            passAllThatAreFree();
            seen = passes.addAndGet(-seen);
        } while (seen != 0);
    }

    private void passAllThatAreFree() {
        for (var next = next(); next != null; next = next()) {
            free.decrementAndGet();
            next.complete(null);
        }
    }

    private @Nullable UniEmitter<? super Void> next() {
        if (free.get() == 0) {
            return null;
        }
        var first = firstTries.poll();
        return first == null ? furtherTries.poll() : first;
    }
}
