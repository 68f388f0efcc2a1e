package dev.natter.chat.attachment;

import dev.natter.chat.attachment.ImageService.AttachmentUsage;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Removes an image whose message is deleted: from the bucket when no other message has it, else from the view of the
 * conversations that have it no more. An image that was attached again meanwhile is left alone.
 */
@ApplicationScoped
public class ReleaseImage {

    /** As no message is older, an image that is unused since then is one that is to be released. */
    private static final Instant SUSPECT = Instant.EPOCH;

    private final ImageRepository images;
    private final AttachmentUsage usage;
    private final ImageSweep sweep;

    ReleaseImage(ImageRepository images, AttachmentUsage usage, ImageSweep sweep) {
        this.images = images;
        this.usage = usage;
        this.sweep = sweep;
    }

    /**
     * Before a message that was sent then loses the image: from now on the sweep finds it, should {@link #finish} not come to
     * an end.
     */
    public Uni<Void> begin(String imageId, Instant sentAt) {
        return images.suspect(imageId, sentAt, SUSPECT);
    }

    /** After the message has lost it. Never fails: what is not removed now is swept later. */
    public Uni<Void> finish(String imageId) {
        return usage.conversationsWith(imageId)
                .chain(holding -> holding.isEmpty()
                        ? sweep.delete(imageId, SUSPECT.plusMillis(1)).replaceWithVoid()
                        : images.keep(imageId, holding, SUSPECT))
                .onFailure()
                .invoke(failure -> Log.warnf("The image of a deleted message is left for the sweep: %s", failure))
                .onFailure()
                .recoverWithNull();
    }
}
