package dev.natter.chat.attachment;

import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.ImageView;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Attaches an image to a conversation of its owner, any number of times and to any number of conversations: it is uploaded
 * and inspected once.
 */
@ApplicationScoped
public class AttachImage {

    static final ErrorCode UNKNOWN = ErrorCode.IMAGE_NOT_FOUND;

    private final ConversationAccess access;
    private final Images images;
    private final InspectImage inspectImage;
    private final Clock clock;

    AttachImage(ConversationAccess access, Images images, InspectImage inspectImage, Clock clock) {
        this.access = access;
        this.images = images;
        this.inspectImage = inspectImage;
        this.clock = clock;
    }

    /**
     * The image, which every member of the conversation may see from now on. It is deleted a day later if no message has it
     * by then ({@link AttachmentUsage}).
     *
     * <p>Fails with a {@link Refusal}: 404 for a conversation that is not the sender's, 422 {@code image_not_found} for an
     * image that is not his or not uploaded, 422 with the reason for one that is rejected (its upload is deleted then), 503
     * when it cannot be inspected now.
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
                .chain(inspectImage::handle)
                .call(inspected -> images.hold(imageId, conversationId, clock.instant())
                        .onItem()
                        .ifNull()
                        .failWith(AttachImage::unknown))
                .map(inspected -> Image.view(inspected.image(), inspected.stored()));
    }

    static Refusal unknown() {
        return Refusal.unprocessable(UNKNOWN, "There is no such image, or it is not uploaded.");
    }
}
