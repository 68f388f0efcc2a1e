package dev.natter.chat.attachment;

import dev.natter.chat.attachment.inspection.Dimensions;
import dev.natter.chat.attachment.inspection.Format;
import dev.natter.chat.attachment.inspection.ImageRejection;
import dev.natter.chat.conversation.ImageView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image, from the moment its upload is offered.
 *
 * @param bytes as declared, which is what its upload must have
 * @param stored what is stored of it; null before it is inspected
 * @param rejection why it was rejected; null when it was not
 * @param conversationIds those that hold it
 */
record Image(
        String id,
        String ownerId,
        Format format,
        long bytes,
        @Nullable Stored stored,
        @Nullable ImageRejection rejection,
        List<String> conversationIds) {

    Image {
        conversationIds = List.copyOf(conversationIds);
    }

    /** An image whose upload is offered. */
    static Image offered(String id, String ownerId, Format format, long bytes) {
        return new Image(id, ownerId, format, bytes, null, null, List.of());
    }

    /**
     * What an inspection has kept, where nobody can replace it.
     *
     * @param key in the bucket
     */
    record Stored(String key, Dimensions dimensions, long bytes) {}

    /** Whether it is decided what becomes of its upload. */
    boolean isInspected() {
        return stored != null || rejection != null;
    }

    /** As a message shows it. */
    static ImageView view(Image image, Stored stored) {
        var size = stored.dimensions();
        return new ImageView(image.id(), image.format().contentType(), size.width(), size.height(), stored.bytes());
    }
}
