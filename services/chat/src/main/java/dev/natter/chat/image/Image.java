package dev.natter.chat.image;

import dev.natter.chat.conversation.ImageView;
import dev.natter.chat.image.format.Dimensions;
import dev.natter.chat.image.format.Format;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image, from the moment its upload is offered.
 *
 * @param bytes as declared, which is what its upload must have
 * @param kept where its verified bytes are; null before they are verified
 * @param conversationIds those that hold it
 */
record Image(
        String id,
        String ownerId,
        Format format,
        long bytes,
        @Nullable Kept kept,
        List<String> conversationIds) {

    Image {
        conversationIds = List.copyOf(conversationIds);
    }

    /**
     * Bytes that have been looked at, where nobody can replace them.
     *
     * @param key in the bucket
     */
    record Kept(String key, Dimensions dimensions) {}

    /** As a message shows it. */
    static ImageView view(Image image, Kept kept) {
        var size = kept.dimensions();
        return new ImageView(image.id(), image.format().contentType(), size.width(), size.height(), image.bytes());
    }
}
