package dev.natter.chat.attachment;

import dev.natter.chat.attachment.S3ObjectStore.ObjectKeys;
import dev.natter.chat.attachment.inspection.ImageRejection;
import dev.natter.chat.attachment.inspection.ImageRejection.ImageRejectedException;
import dev.natter.chat.attachment.inspection.Inspection;
import dev.natter.chat.http.Permits;
import dev.natter.chat.mongo.Ids;
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
 * Reads an upload once, rewrites it ({@link Inspection}), and stores the result under a key that its uploader cannot write
 * to. Both outcomes are remembered with the image. Of several replicas that inspect one upload, the first one decides.
 *
 * <p>An image is in memory as a whole, because the bucket wants to know the length of an object before its first byte; hence
 * the limits on the images at a time.
 */
@ApplicationScoped
class InspectImage {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final ImageRepository images;
    private final S3ObjectStore store;
    private final ImageLimits limits;
    private final Ids ids;
    private final Permits permits;
    private final ConcurrentMap<String, Uni<Image>> running = new ConcurrentHashMap<>();

    InspectImage(ImageRepository images, S3ObjectStore store, ImageLimits limits, Ids ids) {
        this.images = images;
        this.store = store;
        this.limits = limits;
        this.ids = ids;
        this.permits = new Permits(limits.inspections(), limits.waitingInspections(), Long.MAX_VALUE);
    }

    /**
     * The image with what is stored of it. Fails with 422 when it is rejected (its upload is deleted) or not uploaded, and
     * with 503 when it cannot be inspected in time.
     */
    Uni<Image> handle(Image image) {
        if (image.stored() != null) {
            return Uni.createFrom().item(image);
        }
        var rejection = image.rejection();
        if (rejection != null) {
            return Uni.createFrom().failure(rejection.refusal());
        }
        return CallerContext.current().comeBack(running.computeIfAbsent(image.id(), id -> start(image)));
    }

    /** Runs to its end even when nobody waits for it any more. */
    private Uni<Image> start(Image image) {
        return Uni.createFrom()
                .deferred(() -> inspectWithPermit(image))
                .ifNoItem()
                .after(limits.patience())
                .failWith(InspectImage::slow)
                .onTermination()
                .invoke(() -> running.remove(image.id()))
                .memoize()
                .indefinitely();
    }

    private Uni<Image> inspectWithPermit(Image image) {
        var permit = permits.request(0);
        if (permit == null) {
            throw Refusal.unavailable(
                    ErrorCode.IMAGES_UNAVAILABLE, "Too many images are being checked. Try again shortly.", RETRY_AFTER);
        }
        return permit.granted().chain(() -> inspect(image)).onTermination().invoke(permit::release);
    }

    private Uni<Image> inspect(Image image) {
        return store.read(ObjectKeys.upload(image.id()), (int) image.bytes() + 1)
                .onItem()
                .ifNull()
                .failWith(InspectImage::notUploaded)
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

    private Uni<Image> store(Image image, Inspection.Outcome outcome) {
        var size = outcome.dimensions();
        var stored = new Image.Stored(
                ObjectKeys.stored(image.id(), ids.next()), size.width(), size.height(), outcome.bytes());
        return store.write(stored.key(), image.contentType(), outcome.content())
                .onFailure()
                .call(() -> inAnyCase(store.delete(stored.key())))
                // Should this fail, the object stays: the image may have it after all.
                .chain(() -> images.store(image.id(), stored))
                .chain(won -> won == null
                        ? theOther(image, stored)
                        : inAnyCase(store.delete(ObjectKeys.upload(image.id()))).replaceWith(won));
    }

    /** Another replica was first; or the image is gone; or it was us, and the answer to the first try was lost. */
    private Uni<Image> theOther(Image image, Image.Stored mine) {
        return images.get(image.id())
                .invoke(found -> {
                    if (found == null || found.stored() == null) {
                        throw notUploaded();
                    }
                })
                .call(other -> mine.equals(other.stored())
                        ? Uni.createFrom().voidItem()
                        : inAnyCase(store.delete(mine.key())));
    }

    /** Remembered first: whatever else fails, the upload is not inspected again. */
    private Uni<Image> reject(Image image, ImageRejection rejection) {
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

    static Refusal notUploaded() {
        return Refusal.unprocessable(
                ErrorCode.IMAGE_NOT_FOUND, "The image does not exist, or has not been uploaded yet.");
    }

    private static Refusal slow() {
        return Refusal.unavailable(
                ErrorCode.IMAGES_UNAVAILABLE,
                "The image could not be checked in time. Try again shortly.",
                RETRY_AFTER);
    }
}
