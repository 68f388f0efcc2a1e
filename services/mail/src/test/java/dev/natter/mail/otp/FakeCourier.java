package dev.natter.mail.otp;

import dev.natter.events.OtpMail;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Meets what it is told to meet, one thing a try; then everything is accepted, or, for ever, the last thing happens. */
final class FakeCourier implements Courier {

    private final Deque<RuntimeException> script = new ArrayDeque<>();
    private final List<Duration> tries = new ArrayList<>();
    private boolean always;

    FakeCourier meets(RuntimeException... failures) {
        script.addAll(List.of(failures));
        return this;
    }

    FakeCourier alwaysMeets(RuntimeException failure) {
        always = true;
        return meets(failure);
    }

    /** How much time each try was given. */
    List<Duration> tries() {
        return tries;
    }

    @Override
    public Uni<Void> carry(OtpMail mail, Duration time) {
        tries.add(time);
        var failure = always ? script.peek() : script.poll();
        return failure == null ? Uni.createFrom().voidItem() : Uni.createFrom().failure(failure);
    }
}
