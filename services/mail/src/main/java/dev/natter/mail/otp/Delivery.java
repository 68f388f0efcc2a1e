package dev.natter.mail.otp;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;

/**
 * A message in the hands of this worker, until it is settled or until its time here ends: when the channel that it came
 * in on closes (the broker then gives it to the next worker), or when this worker is told to stop.
 */
final class Delivery {

    private final byte[] payload;
    private final String requestId;
    private final Receipt receipt;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    Delivery(byte[] payload, String requestId, Receipt receipt) {
        this.payload = payload;
        this.requestId = requestId;
        this.receipt = receipt;
    }

    byte[] payload() {
        return payload;
    }

    /** The request that caused the message; empty when it did not say. */
    String requestId() {
        return requestId;
    }

    Receipt receipt() {
        return receipt;
    }

    /** Whether a conversation may be begun. */
    boolean lasts() {
        return !ended.isDone();
    }

    /** Completes when the time here ends; never fails. */
    Uni<Void> ended() {
        return Uni.createFrom().completionStage(ended::copy);
    }

    void end() {
        ended.complete(null);
    }
}
