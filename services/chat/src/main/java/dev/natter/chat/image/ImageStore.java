package dev.natter.chat.image;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bucket. Every call is bounded in time, and fails with 503 when the bucket cannot be reached. */
interface ImageStore {

    /** How many bytes have been uploaded for an image; null when none have. */
    Uni<@Nullable Long> uploaded(String imageId);

    /** Copies the upload of an image to this key; false when there is no upload. */
    Uni<Boolean> copyUpload(String imageId, String key);

    /** Bytes of an object, from a place on; fewer when it ends before. */
    Uni<byte[]> read(String key, long from, int count);

    /** Deletes an object, if it is there. */
    Uni<Void> delete(String key);

    /** Deletes the upload of an image and every copy of it. */
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
