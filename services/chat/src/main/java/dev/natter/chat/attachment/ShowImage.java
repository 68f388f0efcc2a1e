package dev.natter.chat.attachment;

import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Shows an image to those who may see it: the members of the conversations that hold it, and its owner, who may look at it
 * before he sends it. All others learn no more of it than of one that does not exist.
 */
@ApplicationScoped
class ShowImage {

    private static final int UNPROCESSABLE = 422;

    private final ConversationAccess access;
    private final Images images;
    private final InspectImage inspectImage;
    private final UrlSigner urlSigner;
    private final RateLimits rateLimits;
    private final List<Rate> rates;

    ShowImage(
            ConversationAccess access,
            Images images,
            InspectImage inspectImage,
            UrlSigner urlSigner,
            RateLimits rateLimits,
            ImageLimits limits) {
        this.access = access;
        this.images = images;
        this.inspectImage = inspectImage;
        this.urlSigner = urlSigner;
        this.rateLimits = rateLimits;
        // One look at each upload.
        this.rates = List.of(new Rate(limits.uploadsPerHour(), Duration.ofHours(1)));
    }

    /** A URL of the image; fails with 404 {@code image_not_found}, and with 429 who looks too often at uploads to come. */
    Uni<PresignedUrl> handle(String imageId, String userId) {
        return images.find(imageId)
                .onItem()
                .ifNull()
                .failWith(ShowImage::unknown)
                .call(image -> mayBeSeen(image, userId))
                .call(image -> image.isInspected()
                        ? Uni.createFrom().voidItem()
                        : rateLimits
                                .take(RateLimit.IMAGE_INSPECTION, userId, rates)
                                .replaceWithVoid())
                // Nothing is shown that has not been inspected, not even to its uploader.
                .chain(inspectImage::handle)
                .onFailure(ShowImage::isRejected)
                .transform(rejected -> unknown())
                .chain(inspected -> urlSigner.read(inspected.image(), inspected.stored()));
    }

    private Uni<Void> mayBeSeen(Image image, String userId) {
        return image.ownerId().equals(userId)
                ? Uni.createFrom().voidItem()
                : access.isInOneOf(image.conversationIds(), userId)
                        .invoke(member -> {
                            if (!member) {
                                throw unknown();
                            }
                        })
                        .replaceWithVoid();
    }

    private static boolean isRejected(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.status() == UNPROCESSABLE;
    }

    private static Refusal unknown() {
        return Refusal.notFound(AttachImage.UNKNOWN, "There is no such image.");
    }
}
