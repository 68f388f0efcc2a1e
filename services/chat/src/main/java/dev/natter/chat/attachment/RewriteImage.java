package dev.natter.chat.attachment;

import dev.natter.chat.attachment.Attachment.Stored;
import dev.natter.storage.S3ObjectStore;
import dev.natter.storage.inspection.Format;
import dev.natter.storage.inspection.ImageRejection.ImageRejectedException;
import dev.natter.storage.inspection.Inspection;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the upload of an image, rewrites it ({@link Inspection}), and stores the result. The image is in memory as a whole,
 * because the bucket wants to know the length of an object before its first byte; hence the limits on the images at a time.
 */
@ApplicationScoped
class RewriteImage {

    private final S3ObjectStore store;
    private final AttachmentLimits limits;

    RewriteImage(S3ObjectStore store, AttachmentLimits limits) {
        this.store = store;
        this.limits = limits;
    }

    /** What is stored under this key; null when nothing is uploaded. Fails with a {@link Rejection.RejectedException}. */
    Uni<@Nullable Stored> handle(Attachment image, String key) {
        return store.read(ObjectKeys.upload(image.id()), (int) image.bytes() + 1)
                // Longer than an event loop should be kept from the others.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .ifNotNull()
                .transform(upload -> rewrite(image, upload))
                .onItem()
                .ifNotNull()
                .transformToUni(outcome -> store(image, key, outcome));
    }

    private Inspection.Outcome rewrite(Attachment image, byte[] upload) {
        if (upload.length != image.bytes()) {
            throw Rejection.SIZE.exception();
        }
        var format = Objects.requireNonNull(Format.of(image.contentType()));
        try {
            return new Inspection(format, upload, limits.imageMaxSide()).run();
        } catch (ImageRejectedException rejected) {
            throw Rejection.of(rejected.rejection()).exception();
        } catch (RuntimeException fault) {
            // A fault of ours with this upload will be one tomorrow, too.
            Log.errorf(fault, "The inspection of image %s failed", image.id());
            throw Rejection.MALFORMED.exception();
        }
    }

    private Uni<Stored> store(Attachment image, String key, Inspection.Outcome outcome) {
        var size = outcome.dimensions();
        return store.write(key, image.contentType(), outcome.content())
                .replaceWith(new Stored(key, size.width(), size.height(), outcome.bytes()))
                .onFailure()
                .call(() -> CheckUpload.inAnyCase(store.delete(key)));
    }
}
