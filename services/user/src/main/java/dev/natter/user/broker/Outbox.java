package dev.natter.user.broker;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Changes that are stored together with the note that they have to be published. */
public interface Outbox {

    /**
     * Takes charge, until {@code until}, of up to {@code limit} changes that are due because the broker has not confirmed
     * them. Answers how to publish each of them; one that fails stays in the outbox.
     */
    Uni<List<Uni<Void>>> claim(Instant until, int limit);
}
