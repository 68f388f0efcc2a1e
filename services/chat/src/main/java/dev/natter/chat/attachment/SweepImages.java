package dev.natter.chat.attachment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Deletes what was uploaded and no message has: never sent, or sent with a message that was not stored. Any number of
 * replicas may do so at once: each step is right, and done once, whichever replica does it. A bucket whose lifecycle rule
 * empties {@code uploads/} has nothing left for the last step.
 */
@ApplicationScoped
class SweepImages {

    /** Images looked at together. */
    private static final int PAGE = 200;
    /** In one sweep; the next one comes soon. Two million images a day at the default interval. */
    private static final int MAX_PAGES = 70;

    private final Images images;
    private final AttachmentUsage usage;
    private final ObjectStore store;
    private final ImageLimits limits;
    private final Clock clock;

    SweepImages(Images images, AttachmentUsage usage, ObjectStore store, ImageLimits limits, Clock clock) {
        this.images = images;
        this.usage = usage;
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /** How many images and uploads are gone. */
    Uni<Integer> handle() {
        var then = clock.instant().minus(limits.unusedLifetime());
        return pages(then, MAX_PAGES)
                .chain(gone -> store.deleteUploadsBefore(then).map(uploads -> gone + uploads));
    }

    private Uni<Integer> pages(Instant then, int left) {
        return images.unusedSince(then, PAGE)
                .chain(page -> page(page, then)
                        .chain(gone -> page.size() < PAGE || left == 1
                                ? Uni.createFrom().item(gone)
                                : pages(then, left - 1).map(more -> gone + more)));
    }

    private Uni<Integer> page(List<String> ids, Instant then) {
        return usage.usedAmong(ids)
                .call(used -> images.confirm(used, then))
                .onItem()
                .transformToMulti(used -> Multi.createFrom().iterable(ids).filter(id -> !used.contains(id)))
                .onItem()
                .transformToUniAndConcatenate(id -> sweep(id, then))
                .collect()
                .with(Collectors.summingInt(gone -> gone));
    }

    /** Hidden before its bytes go, and removed after: it cannot be held in between, and nothing is left over. */
    private Uni<Integer> sweep(String id, Instant then) {
        return images.beginToForget(id, then)
                .chain(unused -> unused
                        ? store.deleteAll(id).chain(() -> images.forget(id)).replaceWith(1)
                        : Uni.createFrom().item(0));
    }
}
