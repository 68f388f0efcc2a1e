package dev.natter.chat.image;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an image can be read for a while. */
@Schema(name = "ImageLink")
@RegisterForReflection
record LinkView(
        @Schema(required = true, format = "uri", description = "A secret until it expires.")
        String url,

        @Schema(required = true, implementation = String.class, format = "date-time")
        Instant expiresAt) {

    static LinkView of(Link link) {
        return new LinkView(link.url(), link.expiresAt());
    }

    /** Leaves the URL out: it must not reach a log. */
    @Override
    public String toString() {
        return "LinkView[expiresAt=%s]".formatted(expiresAt);
    }
}
