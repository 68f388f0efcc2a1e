package dev.natter.chat.attachment;

import dev.natter.chat.attachment.inspection.Dimensions;
import dev.natter.chat.attachment.inspection.Format;
import dev.natter.chat.attachment.inspection.ImageRejection;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An image in the database.
 *
 * @param bytes as declared
 * @param unusedSince when it was offered or last held by a conversation, until a message is known to have it
 * @param key where it is stored in the bucket, once it is
 * @param width and
 * @param height 0 until then
 * @param storedBytes of the stored object; absent until then, and for images of the first release, whose uploads were
 *     stored as they were
 * @param rejection why it was rejected; absent otherwise
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
        @Nullable Long storedBytes,
        @Nullable String rejection,
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
                null,
                null,
                List.of(),
                null);
    }

    Image toImage() {
        return new Image(
                id,
                ownerId,
                Objects.requireNonNull(Format.of(contentType)),
                bytes,
                stored(),
                rejection == null ? null : ImageRejection.valueOf(rejection),
                conversationIds);
    }

    private Image.@Nullable Stored stored() {
        return key == null
                ? null
                : new Image.Stored(key, new Dimensions(width, height), storedBytes == null ? bytes : storedBytes);
    }
}
