package dev.natter.chat.image;

import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Shows an image to those who may see it: the members of the conversations that hold it, and its owner, who may look at it
 * before he sends it. All others learn no more of it than of one that does not exist.
 */
@ApplicationScoped
class ShowImage {

    private static final int UNPROCESSABLE = 422;

    private final ConversationAccess access;
    private final Images images;
    private final VerifyImage verifyImage;
    private final Links links;

    ShowImage(ConversationAccess access, Images images, VerifyImage verifyImage, Links links) {
        this.access = access;
        this.images = images;
        this.verifyImage = verifyImage;
        this.links = links;
    }

    /** A link to the image; fails with 404 {@code image_not_found}. */
    Uni<Link> handle(String imageId, String userId) {
        return images.find(imageId)
                .onItem()
                .ifNull()
                .failWith(ShowImage::unknown)
                .call(image -> mayBeSeen(image, userId))
                // Nothing is ever shown that has not been verified, not even to whoever uploaded it.
                .chain(verifyImage::handle)
                .onFailure(ShowImage::isUnfit)
                .transform(unfit -> unknown())
                .chain(verified -> links.read(verified.image(), verified.kept()));
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

    private static boolean isUnfit(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.status() == UNPROCESSABLE;
    }

    private static Refusal unknown() {
        return Refusal.notFound(UseImage.UNKNOWN, "There is no such image.");
    }
}
