package dev.natter.chat.image;

import dev.natter.chat.image.format.Dimensions;
import dev.natter.chat.image.format.Format;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An image in the database.
 *
 * @param unusedSince when it was offered, until a conversation holds it
 * @param key where its verified bytes are in the bucket, once there are any
 * @param width and
 * @param height 0 until then
 * @param forgotten whether it is being removed; absent otherwise
 */
@RegisterForReflection
public record ImageDocument(
        @BsonId String id,
        String ownerId,
        String contentType,
        long bytes,
        @Nullable Instant unusedSince,
        @Nullable String key,
        int width,
        int height,
        List<String> conversationIds,
        @Nullable Boolean forgotten) {

    static ImageDocument of(Image offered, Instant at) {
        return new ImageDocument(
                offered.id(),
                offered.ownerId(),
                offered.format().contentType(),
                offered.bytes(),
                at,
                null,
                0,
                0,
                List.of(),
                null);
    }

    Image toImage() {
        var kept = key == null ? null : new Image.Kept(key, new Dimensions(width, height));
        return new Image(id, ownerId, Objects.requireNonNull(Format.of(contentType)), bytes, kept, conversationIds);
    }
}
