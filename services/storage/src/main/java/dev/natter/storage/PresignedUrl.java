package dev.natter.storage;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A URL that permits one request until it expires. */
@Schema(name = "ImageLink")
@RegisterForReflection
public record PresignedUrl(
        @Schema(required = true, format = "uri", description = "A secret until it expires.")
        String url,

        @Schema(required = true, implementation = String.class, format = "date-time")
        Instant expiresAt) {

    /** Leaves the URL out: it must not reach a log. */
    @Override
    public String toString() {
        return "PresignedUrl[expiresAt=%s]".formatted(expiresAt);
    }
}
