package dev.natter.mail.otp;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes no time but makes the clock go; or, once stalled, takes for ever. */
final class FakePauses implements Pauses {

    private final FakeClock clock;
    private final List<Duration> taken = new ArrayList<>();
    private boolean stalled;
    private int cancelled;

    FakePauses(FakeClock clock) {
        this.clock = clock;
    }

    void stall() {
        stalled = true;
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
            return Uni.createFrom().<Void>nothing().onCancellation().invoke(() -> cancelled++);
        }
        clock.advance(length);
        return Uni.createFrom().voidItem();
    }
}
