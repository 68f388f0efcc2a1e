package dev.natter.user.broker;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Changes that are stored with a note that they have to be published. */
public interface Outbox {

    /**
     * Claims, until {@code until}, up to {@code limit} changes that the broker has not confirmed. Returns one
     * publication for each; a failed one stays in the outbox.
     */
    Uni<List<Uni<Void>>> claim(Instant until, int limit);
}
