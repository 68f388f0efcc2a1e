package dev.natter.mail.otp;

import dev.natter.testing.TestClock;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes no time but makes the clock go; or, once stalled, lasts until it is told to end. */
final class FakePauses implements Pauses {

    private final TestClock clock;
    private final List<Duration> taken = new ArrayList<>();
    private final List<UniEmitter<? super Void>> underWay = new ArrayList<>();
    private boolean stalled;
    private int cancelled;

    FakePauses(TestClock clock) {
        this.clock = clock;
    }

    void stall() {
        stalled = true;
    }

    /** Ends the pause that was begun last. */
    void end() {
        underWay.get(underWay.size() - 1).complete(null);
    }

    List<Duration> taken() {
        return taken;
    }

    int cancelled() {
        return cancelled;
    }

    @Override
    public Uni<Void> of(Duration length) {
        taken.add(length);
        if (stalled) {
            return Uni.createFrom()
                    .<Void>emitter(underWay::add)
                    .onCancellation()
                    .invoke(() -> cancelled++);
        }
        clock.advance(length);
        return Uni.createFrom().voidItem();
    }
}
