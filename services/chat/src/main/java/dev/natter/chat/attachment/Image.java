package dev.natter.chat.attachment;

import dev.natter.chat.attachment.inspection.Format;
import dev.natter.chat.attachment.inspection.ImageRejection;
import dev.natter.chat.conversation.MessageView.ImageView;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An image from the moment its upload is offered, as it is stored. Public because its codec demands it.
 *
 * @param unusedSince when it was offered or last held by a conversation, until a message is known to have it
 * @param stored what is stored of it in the bucket; null before it is inspected
 * @param conversationIds those that hold it
 * @param forgotten whether it is being removed
 */
@RegisterForReflection
@MongoEntity(collection = "images")
public record Image(
        @BsonId String id,
        String ownerId,
        String contentType,
        long bytes,
        @Nullable Instant unusedSince,
        @Nullable Stored stored,
        @Nullable ImageRejection rejection,
        List<String> conversationIds,
        @Nullable Boolean forgotten) {

    public Image {
        conversationIds = List.copyOf(conversationIds);
    }

    /** What an inspection has stored, where its uploader cannot replace it: size as it is shown, and bytes. */
    @RegisterForReflection
    public record Stored(String key, int width, int height, long bytes) {}

    static Image offered(String id, String ownerId, Format format, long bytes, Instant at) {
        return new Image(id, ownerId, format.contentType(), bytes, at, null, null, List.of(), null);
    }

    boolean isInspected() {
        return stored != null || rejection != null;
    }

    Format format() {
        return Objects.requireNonNull(Format.of(contentType));
    }

    /** As a message shows it, once it is stored. */
    ImageView toView() {
        var shown = Objects.requireNonNull(stored);
        return new ImageView(id, contentType, shown.width(), shown.height(), shown.bytes());
    }
}
