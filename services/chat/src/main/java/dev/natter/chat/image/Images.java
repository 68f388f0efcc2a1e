package dev.natter.chat.image;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every image that was offered an upload and is not forgotten. */
interface Images {

    /** Adds one that nobody uses yet. */
    Uni<Void> add(Image offered, Instant at);

    /** The image; null when there is none, or it is being forgotten. */
    Uni<@Nullable Image> find(String id);

    /** Makes this the verified content; null, and nothing changed, when it has one already or is gone. */
    Uni<@Nullable Image> keep(String id, Image.Kept kept);

    /** Remembers that a conversation holds the image, so that its members may see it; null when the image is gone. */
    Uni<@Nullable Image> hold(String id, String conversationId);

    /** Forgets an image that turned out unfit; does nothing once it has verified content. */
    Uni<Void> refuse(String id);

    /** Ids of images that no conversation has held since then, the oldest first. */
    Uni<List<String>> unusedSince(Instant then, int limit);

    /** Nobody can find or use the image any more from here on; false when somebody has meanwhile. */
    Uni<Boolean> beginToForget(String id, Instant then);

    /** Removes what {@link #beginToForget} has hidden. */
    Uni<Void> forget(String id);
}
