package dev.natter.chat.attachment;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.natter.storage.S3ObjectStore;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Deletes uploads that no message has. All replicas may sweep at the same time: each step is done once. What fails is swept
 * the next time.
 */
@ApplicationScoped
class AttachmentSweep {

    private static final int PAGE = 200;
    /** In one sweep: two million attachments a day at the default interval. */
    private static final int MAX_PAGES = 70;

    private final AttachmentRepository attachments;
    private final AttachmentUsage usage;
    private final S3ObjectStore store;
    private final AttachmentLimits limits;
    private final Clock clock;

    AttachmentSweep(
            AttachmentRepository attachments,
            AttachmentUsage usage,
            S3ObjectStore store,
            AttachmentLimits limits,
            Clock clock) {
        this.attachments = attachments;
        this.usage = usage;
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    @Scheduled(
            identity = "attachment-sweep",
            every = "${natter.attachment.sweep}",
            delayed = "${natter.attachment.sweep}",
            concurrentExecution = SKIP)
    Uni<Void> run() {
        return sweep().invoke(deleted -> Log.debugf("Deleted %d unused attachments and uploads", deleted))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> Log.warnf("Unused attachments cannot be deleted now: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    Uni<Integer> sweep() {
        var then = clock.instant().minus(limits.unusedLifetime());
        return pages(then, MAX_PAGES)
                // In the order of their names, which begin with the time: the oldest uploads are on the first page.
                .chain(deleted -> store.deleteBefore(ObjectKeys.UPLOADS, then).map(uploads -> deleted + uploads))
                .call(() -> store.abortUploadsBefore(ObjectKeys.UPLOADS, then));
    }

    private Uni<Integer> pages(Instant then, int left) {
        return attachments
                .unusedSince(then, PAGE)
                .chain(page -> page(page, then)
                        .chain(deleted -> page.size() < PAGE || left == 1
                                ? Uni.createFrom().item(deleted)
                                : pages(then, left - 1).map(more -> deleted + more)));
    }

    private Uni<Integer> page(List<String> ids, Instant then) {
        return usedAmong(ids)
                .call(used -> attachments.confirm(used, then))
                .onItem()
                .transformToMulti(used -> Multi.createFrom().iterable(ids).filter(id -> !used.contains(id)))
                .onItem()
                .transformToUniAndConcatenate(id -> delete(id, then))
                .collect()
                .with(Collectors.summingInt(deleted -> deleted));
    }

    /** Those that are to be kept: hidden ones are deleted, used or not. */
    private Uni<Set<String>> usedAmong(List<String> ids) {
        return attachments
                .hiddenAmong(ids)
                .chain(hidden -> usage.usedAmong(
                        ids.stream().filter(id -> !hidden.contains(id)).toList()));
    }

    /** Hidden before its bytes are deleted, and removed after: it cannot be held in between, and nothing is left over. */
    Uni<Integer> delete(String id, Instant then) {
        return attachments
                .hide(id, then)
                .chain(hidden -> hidden == null
                        ? Uni.createFrom().item(0)
                        : store.deleteAll(ObjectKeys.storedPrefix(hidden.kind(), id))
                                .chain(() -> store.delete(ObjectKeys.upload(id)))
                                .chain(() -> attachments.remove(id))
                                .replaceWith(1));
    }
}
