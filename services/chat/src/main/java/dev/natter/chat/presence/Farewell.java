package dev.natter.chat.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The door for a replica that stops: nobody is connected to it any more, and nobody is to wait for it. */
@ApplicationScoped
public class Farewell {

    private final Wakeup wakeup;
    private final CompletableFuture<Void> said = new CompletableFuture<>();
    private volatile boolean due;

    Farewell(Wakeup wakeup) {
        this.wakeup = wakeup;
    }

    /** Takes the leases back and tells the others; completes when that is done or has failed. */
    public CompletionStage<Void> say() {
        due = true;
        wakeup.now();
        return said;
    }

    boolean isDue() {
        return due && !said.isDone();
    }

    void said() {
        said.complete(null);
    }
}
