package dev.natter.chat.image;

import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.ImageView;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Puts an image into a conversation of its owner. He may do so with one image as often as he likes, in as many of his
 * conversations as he likes: it is uploaded and verified once.
 */
@ApplicationScoped
public class UseImage {

    static final ErrorCode UNKNOWN = ErrorCode.IMAGE_NOT_FOUND;

    private final ConversationAccess access;
    private final Images images;
    private final VerifyImage verifyImage;

    UseImage(ConversationAccess access, Images images, VerifyImage verifyImage) {
        this.access = access;
        this.images = images;
        this.verifyImage = verifyImage;
    }

    /**
     * The image, which every member of the conversation may see from now on.
     *
     * <p>Fails with a {@link Refusal}: 404 for a conversation that is not the sender's, 422 {@code image_not_found} for an
     * image that is not his or not uploaded, 422 with the reason for one that is unfit (it is deleted then), 503 when it
     * cannot be looked at now.
     */
    public Uni<ImageView> handle(String imageId, String senderId, String conversationId) {
        return access.open(conversationId, senderId)
                .chain(() -> images.find(imageId))
                .map(image -> {
                    if (image == null || !image.ownerId().equals(senderId)) {
                        throw unknown();
                    }
                    return image;
                })
                .chain(verifyImage::handle)
                .call(verified ->
                        images.hold(imageId, conversationId).onItem().ifNull().failWith(UseImage::unknown))
                .map(verified -> Image.view(verified.image(), verified.kept()));
    }

    static Refusal unknown() {
        return Refusal.unprocessable(UNKNOWN, "There is no such image, or it is not uploaded.");
    }
}
