package dev.natter.chat.attachment;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user has uploaded and a message has, for its owner. */
public interface OwnAttachments {

    /**
     * An attachment.
     *
     * @param name of a file
     * @param bytes of what is stored
     */
    record OwnAttachment(
            String id, String contentType, @Nullable String name, String key, long bytes) {

        /** Leaves the name out: what people write must not reach a log. */
        @Override
        public String toString() {
            return "OwnAttachment[id=%s]".formatted(id);
        }
    }

    /** Up to {@code limit} of them with ids behind {@code after}, ordered by id. */
    Uni<List<OwnAttachment>> page(String ownerId, @Nullable String after, int limit);

    /** A piece of it, at most {@value #PIECE} bytes from there on; null when it does not exist any more. */
    Uni<byte @Nullable []> read(OwnAttachment attachment, long from);

    int PIECE = 1 << 20;
}
