package dev.natter.chat.image;

import io.smallrye.mutiny.Uni;

/** How much one user uploads, over all replicas. */
interface UploadQuota {

    /** Counts one upload; fails with 429 past the limit. Fails open: nobody is refused because nobody can count. */
    Uni<Void> take(String userId);
}
