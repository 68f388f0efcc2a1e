package dev.natter.chat.attachment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an image can be read for a while. */
@Schema(name = "ImageLink")
@RegisterForReflection
record ImageUrlView(
        @Schema(required = true, format = "uri", description = "A secret until it expires.")
        String url,

        @Schema(required = true, implementation = String.class, format = "date-time")
        Instant expiresAt) {

    static ImageUrlView of(PresignedUrl presigned) {
        return new ImageUrlView(presigned.url(), presigned.expiresAt());
    }

    /** Leaves the URL out: it must not reach a log. */
    @Override
    public String toString() {
        return "ImageUrlView[expiresAt=%s]".formatted(expiresAt);
    }
}
