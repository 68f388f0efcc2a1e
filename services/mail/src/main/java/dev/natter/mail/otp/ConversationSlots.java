package dev.natter.mail.otp;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * So many SMTP conversations at once and no more; whoever comes then waits, first come first served. How many can wait is
 * bounded by how many messages this worker holds.
 */
class ConversationSlots {

    private final Queue<UniEmitter<? super Void>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger free;
    private final AtomicInteger passes = new AtomicInteger();

    ConversationSlots(int most, MeterRegistry meters) {
        free = new AtomicInteger(most);
        meters.gauge("natter.mail.conversations", free, left -> most - left.get());
    }

    /** Has {@code conversation} when there is a place for it, and gives the place on when it ends, however it ends. */
    <T> Uni<T> whenFree(Supplier<Uni<? extends T>> conversation) {
        return Uni.createFrom()
                .<Void>emitter(this::queue)
                .chain(() ->
                        Uni.createFrom().deferred(conversation).onTermination().invoke(this::giveBack));
    }

    private void queue(UniEmitter<? super Void> newcomer) {
        waiting.add(newcomer);
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
            while (free.get() > 0 && !waiting.isEmpty()) {
                free.decrementAndGet();
                waiting.remove().complete(null);
            }
            seen = passes.addAndGet(-seen);
        } while (seen != 0);
    }
}
