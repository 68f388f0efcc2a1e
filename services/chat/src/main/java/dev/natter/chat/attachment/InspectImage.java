package dev.natter.chat.attachment;

import dev.natter.chat.attachment.inspection.ImageRejectedException;
import dev.natter.chat.attachment.inspection.ImageRejection;
import dev.natter.chat.attachment.inspection.Inspection;
import dev.natter.chat.store.Ids;
import dev.natter.web.CallerContext;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Stores what may be shown of an upload: reads it once, rewrites it ({@link Inspection}), and stores the result under a key
 * that its uploader, whose URL is good for some time yet, cannot write to. Both outcomes are remembered with the image, so
 * that an upload is inspected once. Several replicas may inspect one upload at the same time: the first one decides.
 *
 * <p>An image is in memory as a whole, because the bucket wants to know the length of an object before its first byte, and
 * the length is known only at the end. Hence the limits on the images at a time.
 */
@ApplicationScoped
class InspectImage {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Images images;
    private final ObjectStore store;
    private final ImageLimits limits;
    private final Ids ids;
    private final PermitLimiter permits;
    private final ConcurrentMap<String, Uni<Inspected>> running = new ConcurrentHashMap<>();

    InspectImage(Images images, ObjectStore store, ImageLimits limits, Ids ids) {
        this.images = images;
        this.store = store;
        this.limits = limits;
        this.ids = ids;
        this.permits = new PermitLimiter(limits.inspections(), limits.waitingInspections());
    }

    /** An image and what is stored of it. */
    record Inspected(Image image, Image.Stored stored) {}

    /**
     * The image with what is stored of it. Fails with 422 when it is rejected (its upload is deleted) or not uploaded
     * (yet), and with 503 when it cannot be inspected, or not in time.
     */
    Uni<Inspected> handle(Image image) {
        var stored = image.stored();
        if (stored != null) {
            return Uni.createFrom().item(new Inspected(image, stored));
        }
        var rejection = image.rejection();
        if (rejection != null) {
            return Uni.createFrom().failure(rejection.refusal());
        }
        return CallerContext.current().comeBack(running.computeIfAbsent(image.id(), id -> start(image)));
    }

    /** Runs to its end even when nobody waits for it any more. */
    private Uni<Inspected> start(Image image) {
        return permits.run(() -> inspect(image))
                .ifNoItem()
                .after(limits.patience())
                .failWith(InspectImage::slow)
                .onTermination()
                .invoke(() -> running.remove(image.id()))
                .memoize()
                .indefinitely();
    }

    private Uni<Inspected> inspect(Image image) {
        return store.read(ObjectKeys.upload(image.id()), (int) image.bytes() + 1)
                .onItem()
                .ifNull()
                .failWith(AttachImage::unknown)
                // Longer than an event loop should be kept from the others.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(upload -> rewrite(image, upload))
                .chain(outcome -> store(image, outcome))
                .onFailure(ImageRejectedException.class)
                .recoverWithUni(failure -> reject(image, failure.rejection()));
    }

    private Inspection.Outcome rewrite(Image image, byte[] upload) {
        if (upload.length != image.bytes()) {
            throw new ImageRejectedException(ImageRejection.SIZE);
        }
        try {
            return new Inspection(image.format(), upload, limits.maxSide()).run();
        } catch (ImageRejectedException rejected) {
            throw rejected;
        } catch (RuntimeException fault) {
            // A fault of ours with this upload will be one tomorrow, too.
            Log.errorf(fault, "The inspection of image %s failed", image.id());
            throw new ImageRejectedException(ImageRejection.MALFORMED);
        }
    }

    private Uni<Inspected> store(Image image, Inspection.Outcome outcome) {
        var stored = new Image.Stored(ObjectKeys.stored(image.id(), ids.next()), outcome.dimensions(), outcome.bytes());
        return store.write(stored.key(), image.format().contentType(), outcome.content())
                .onFailure()
                .call(() -> inAnyCase(store.delete(stored.key())))
                // Should this fail, the object stays: the image may have it after all.
                .chain(() -> images.store(image.id(), stored))
                .chain(won -> won == null
                        ? theOther(image, stored)
                        : inAnyCase(store.delete(ObjectKeys.upload(image.id())))
                                .replaceWith(new Inspected(won, stored)));
    }

    /** Another replica was first; or the image is gone; or it was us, and the answer to the first try was lost. */
    private Uni<Inspected> theOther(Image image, Image.Stored mine) {
        return images.find(image.id())
                .map(found -> {
                    var stored = found == null ? null : found.stored();
                    if (found == null || stored == null) {
                        throw AttachImage.unknown();
                    }
                    return new Inspected(found, stored);
                })
                .call(other -> mine.equals(other.stored())
                        ? Uni.createFrom().voidItem()
                        : inAnyCase(store.delete(mine.key())));
    }

    /** Remembered first: whatever else fails, the upload is not inspected again. */
    private Uni<Inspected> reject(Image image, ImageRejection rejection) {
        return images.reject(image.id(), rejection)
                .chain(() -> inAnyCase(store.delete(ObjectKeys.upload(image.id()))))
                .chain(() -> Uni.createFrom().failure(rejection.refusal()));
    }

    /** What is not deleted now is swept later. */
    private static Uni<Void> inAnyCase(Uni<Void> step) {
        return step.onFailure()
                .invoke(failure -> Log.debugf("left for the sweep: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private static Refusal slow() {
        return Refusal.unavailable(
                ErrorCode.IMAGES_UNAVAILABLE, "The image could not be inspected in time.", RETRY_AFTER);
    }
}
