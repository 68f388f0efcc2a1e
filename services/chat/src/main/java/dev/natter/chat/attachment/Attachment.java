package dev.natter.chat.attachment;

import dev.natter.chat.conversation.AttachmentView;
import dev.natter.chat.conversation.AttachmentView.FileView;
import dev.natter.chat.conversation.AttachmentView.ImageView;
import dev.natter.chat.conversation.AttachmentView.VoiceView;
import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An image, file or voice message from the moment its upload is offered, as it is stored. Public because its codec demands
 * it. The collection is named after the only kind that the first release had.
 *
 * @param kind absent from images of the first release
 * @param contentType of the upload, as declared
 * @param bytes length of the upload, as declared
 * @param name of a file
 * @param recording of a voice message
 * @param multipartId of an upload in parts that the bucket has begun
 * @param unusedSince when it was offered or last held by a conversation, until a message is known to have it
 * @param stored what is stored of it in the bucket; null before it is checked
 * @param conversationIds those that hold it
 * @param forgotten whether it is being removed
 */
@RegisterForReflection
@MongoEntity(collection = "images")
public record Attachment(
        @BsonId String id,
        AttachmentKind kind,
        String ownerId,
        String contentType,
        long bytes,
        @Nullable String name,
        @Nullable Recording recording,
        @Nullable String multipartId,
        @Nullable Instant unusedSince,
        @Nullable Stored stored,
        @Nullable Rejection rejection,
        List<String> conversationIds,
        @Nullable Boolean forgotten) {

    public Attachment {
        kind = kind == null ? AttachmentKind.IMAGE : kind;
        conversationIds = List.copyOf(conversationIds);
    }

    /**
     * What a check has stored, where its uploader cannot replace it.
     *
     * @param width of an image, as it is shown
     * @param height of an image, as it is shown
     */
    @RegisterForReflection
    public record Stored(
            String key, @Nullable Integer width, @Nullable Integer height, long bytes) {}

    /** What its sender says of a voice message. */
    @RegisterForReflection
    public record Recording(int durationMs, List<Integer> waveform) {

        public Recording {
            waveform = List.copyOf(waveform);
        }
    }

    static Attachment offered(
            String id,
            AttachmentKind kind,
            String ownerId,
            String contentType,
            long bytes,
            @Nullable String name,
            @Nullable Recording recording,
            Instant at) {
        return new Attachment(
                id, kind, ownerId, contentType, bytes, name, recording, null, at, null, null, List.of(), null);
    }

    boolean isChecked() {
        return stored != null || rejection != null;
    }

    /** As a message shows it, once it is stored. */
    AttachmentView toView() {
        var shown = Objects.requireNonNull(stored);
        return switch (kind) {
            case IMAGE ->
                new ImageView(
                        id,
                        contentType,
                        Objects.requireNonNull(shown.width()),
                        Objects.requireNonNull(shown.height()),
                        shown.bytes());
            case FILE -> new FileView(id, Objects.requireNonNull(name), contentType, shown.bytes());
            case VOICE -> {
                var recorded = Objects.requireNonNull(recording);
                yield new VoiceView(id, contentType, shown.bytes(), recorded.durationMs(), recorded.waveform());
            }
        };
    }

    /** Leaves the name out: what people write must not reach a log. */
    @Override
    public String toString() {
        return "Attachment[id=%s, kind=%s]".formatted(id, kind);
    }
}
