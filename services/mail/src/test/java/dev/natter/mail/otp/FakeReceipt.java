package dev.natter.mail.otp;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Remembers what the broker was told; or has no broker left to tell. */
final class FakeReceipt implements Receipt {

    private final List<String> told = new ArrayList<>();
    private boolean brokerGone;

    List<String> told() {
        return told;
    }

    void brokerGoes() {
        brokerGone = true;
    }

    @Override
    public Uni<Void> acknowledge() {
        return tell("acknowledged");
    }

    @Override
    public Uni<Void> park() {
        return tell("parked");
    }

    private Uni<Void> tell(String answer) {
        return Uni.createFrom().voidItem().invoke(() -> {
            if (brokerGone) {
                throw new IllegalStateException("channel closed");
            }
            told.add(answer);
        });
    }
}
