package dev.natter.chat.attachment;

import dev.natter.chat.attachment.inspection.ImageRejection;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every image that was offered an upload and is not forgotten. */
interface Images {

    /** Adds one that nobody uses yet. */
    Uni<Void> add(Image offered, Instant at);

    /** The image; null when there is none, or it is being forgotten. */
    Uni<@Nullable Image> find(String id);

    /** Remembers what is stored of it; null, and nothing changed, when that is decided already or the image is gone. */
    Uni<@Nullable Image> store(String id, Image.Stored stored);

    /** Remembers that it was rejected; does nothing when something is stored of it. */
    Uni<Void> reject(String id, ImageRejection rejection);

    /**
     * Remembers that a conversation holds the image, so that its members may see it; null when the image is gone. The image
     * counts as unused from then on, until it is known that the message was stored.
     */
    Uni<@Nullable Image> hold(String id, String conversationId, Instant at);

    /** Remembers that messages have these images, which nobody has held again since then. */
    Uni<Void> confirm(Collection<String> ids, Instant then);

    /** Ids of images that no message is known to have and no conversation has held since then, the oldest first. */
    Uni<List<String>> unusedSince(Instant then, int limit);

    /** Nobody can find or use the image any more from here on; false when somebody has meanwhile. */
    Uni<Boolean> beginToForget(String id, Instant then);

    /** Removes what {@link #beginToForget} has hidden. */
    Uni<Void> forget(String id);
}
