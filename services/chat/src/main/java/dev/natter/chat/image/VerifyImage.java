package dev.natter.chat.image;

import dev.natter.chat.image.format.Dimensions;
import dev.natter.chat.image.format.Inspection;
import dev.natter.chat.image.format.Unfit;
import dev.natter.chat.store.Ids;
import dev.natter.web.CallerContext;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Looks at what was really uploaded. It is copied first and looked at afterwards, so that the uploader, whose link is good
 * for some time yet, cannot put something else in its place in between. Several may verify one upload at the same time:
 * each looks at a copy of its own, and the first to be done decides.
 */
@ApplicationScoped
class VerifyImage {

    /** Bytes looked at in one go; larger blocks of metadata are refused. */
    private static final int WINDOW = 256 * 1024;

    private static final Duration WORTH_ANOTHER_TRY = Duration.ofSeconds(5);
    private static final int UNPROCESSABLE = 422;

    private final Images images;
    private final ImageStore store;
    private final ImageLimits limits;
    private final Ids ids;

    VerifyImage(Images images, ImageStore store, ImageLimits limits, Ids ids) {
        this.images = images;
        this.store = store;
        this.limits = limits;
        this.ids = ids;
    }

    /** An image and what is kept of it. */
    record Verified(Image image, Image.Kept kept) {}

    /**
     * The image with verified content. Fails with 422 when it is unfit (it is gone then) or not uploaded (yet), and with 503
     * when it cannot be looked at, or not in time.
     */
    Uni<Verified> handle(Image image) {
        var kept = image.kept();
        return kept != null
                ? Uni.createFrom().item(new Verified(image, kept))
                : CallerContext.current()
                        .comeBack(verify(image)
                                .ifNoItem()
                                .after(limits.patience())
                                .failWith(VerifyImage::slow));
    }

    private Uni<Verified> verify(Image image) {
        var key = Keys.kept(image.id(), ids.next());
        return store.uploaded(image.id())
                .onItem()
                .ifNull()
                .failWith(UseImage::unknown)
                .invoke(size -> {
                    if (size != image.bytes()) {
                        throw Unfit.SIZE.refusal();
                    }
                })
                .chain(() -> copyAndLook(image, key))
                .chain(size -> keep(image, new Image.Kept(key, size)))
                .onFailure(VerifyImage::isUnfit)
                .call(() -> drop(image));
    }

    private Uni<Dimensions> copyAndLook(Image image, String key) {
        return store.copyUpload(image.id(), key)
                .invoke(there -> {
                    if (!there) {
                        throw UseImage.unknown();
                    }
                })
                .chain(() -> look(new Inspection(image.format(), image.bytes(), limits.maxSide()), key))
                .onFailure()
                .call(() -> inAnyCase(store.delete(key)))
                .onCancellation()
                .call(() -> inAnyCase(store.delete(key)));
    }

    private Uni<Dimensions> look(Inspection inspection, String key) {
        return inspection.isDone()
                ? Uni.createFrom().item(inspection::dimensions)
                : store.read(key, inspection.from(), WINDOW)
                        // Longer than an event loop should be kept from the others.
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .invoke(inspection::show)
                        .chain(() -> look(inspection, key));
    }

    private Uni<Verified> keep(Image image, Image.Kept kept) {
        return images.keep(image.id(), kept)
                .chain(won -> won == null
                        ? theOther(image, kept)
                        : inAnyCase(store.delete(Keys.upload(image.id()))).replaceWith(new Verified(won, kept)));
    }

    /** Somebody else was first; or the image is gone; or it was us, and the answer to the first try was lost. */
    private Uni<Verified> theOther(Image image, Image.Kept mine) {
        return images.find(image.id())
                .call(found -> found != null && mine.equals(found.kept())
                        ? Uni.createFrom().voidItem()
                        : inAnyCase(store.delete(mine.key())))
                .map(found -> {
                    var kept = found == null ? null : found.kept();
                    if (found == null || kept == null) {
                        throw UseImage.unknown();
                    }
                    return new Verified(found, kept);
                });
    }

    private Uni<Void> drop(Image image) {
        return inAnyCase(store.delete(Keys.upload(image.id()))).chain(() -> inAnyCase(images.refuse(image.id())));
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
                ErrorCode.IMAGES_UNAVAILABLE, "The image takes too long to look at.", WORTH_ANOTHER_TRY);
    }

    private static boolean isUnfit(Throwable failure) {
        return failure instanceof Refusal refusal
                && refusal.status() == UNPROCESSABLE
                && !refusal.code().equals(UseImage.UNKNOWN.word());
    }
}
