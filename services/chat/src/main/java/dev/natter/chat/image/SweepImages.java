package dev.natter.chat.image;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * Deletes what was uploaded and never used. Any number of replicas may do so at once: each step is right, and done once,
 * whoever else does it too. A bucket whose lifecycle rule empties {@code uploads/} has nothing left for the last step.
 */
@ApplicationScoped
class SweepImages {

    /** Images forgotten in one go; the next one comes soon. */
    private static final int MOST = 200;

    private final Images images;
    private final ImageStore store;
    private final ImageLimits limits;
    private final Clock clock;

    SweepImages(Images images, ImageStore store, ImageLimits limits, Clock clock) {
        this.images = images;
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /** How many images and uploads are gone. */
    Uni<Integer> handle() {
        var then = clock.instant().minus(limits.unusedLifetime());
        return images.unusedSince(then, MOST)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(id -> sweep(id, then))
                .collect()
                .with(java.util.stream.Collectors.summingInt(gone -> gone))
                .chain(gone -> store.deleteUploadsBefore(then).map(uploads -> gone + uploads));
    }

    /** Hidden before its bytes go, and removed after: nobody can take hold of it in between, and nothing is left over. */
    private Uni<Integer> sweep(String id, Instant then) {
        return images.beginToForget(id, then)
                .chain(unused -> unused
                        ? store.deleteAll(id).chain(() -> images.forget(id)).replaceWith(1)
                        : Uni.createFrom().item(0));
    }
}
