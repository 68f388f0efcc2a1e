package dev.natter.chat.attachment;

import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bucket. Every call is bounded in time, and fails with 503 when the bucket cannot be reached. */
interface ObjectStore {

    /** The first bytes of an object, at most so many; null when there is no object. */
    Uni<byte @Nullable []> read(String key, int maxBytes);

    /** Stores an object; the bytes must not change until this completes. */
    Uni<Void> write(String key, String contentType, List<ByteBuffer> content);

    /** Deletes an object, if there is one. */
    Uni<Void> delete(String key);

    /** Deletes the upload of an image and everything stored of it. */
    Uni<Void> deleteAll(String imageId);

    /**
     * Deletes uploads that were made before then.
     *
     * @return how many; no more than a page at once
     */
    Uni<Integer> deleteUploadsBefore(Instant then);

    /** Completes when the bucket answers. */
    Uni<Void> ready();
}
