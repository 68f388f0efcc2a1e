package dev.natter.chat.attachment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An image to be, and how to upload it. */
@Schema(name = "ImageUpload")
@RegisterForReflection
record UploadView(
        @Schema(required = true) String imageId,
        @Schema(required = true) Target upload) {

    /** The request to make, without which nothing is stored. */
    @Schema(
            name = "UploadTarget",
            description = "The request that uploads the file. Make it exactly so, without an access token.")
    @RegisterForReflection
    record Target(
            @Schema(required = true, examples = "PUT") String method,

            @Schema(required = true, format = "uri", description = "A secret until it expires.")
            String url,

            @Schema(required = true, description = "Headers that the request must have.")
            Map<String, String> headers,

            @Schema(required = true, implementation = String.class, format = "date-time")
            Instant expiresAt) {

        /** Leaves the URL out: it must not reach a log. */
        @Override
        public String toString() {
            return "Target[expiresAt=%s]".formatted(expiresAt);
        }
    }

    static UploadView of(Image image, PresignedUrl url) {
        // The length is signed, too; every client sends it by itself, and browsers do not let a page set it.
        var headers = Map.of("Content-Type", image.contentType());
        return new UploadView(image.id(), new Target("PUT", url.url(), headers, url.expiresAt()));
    }
}
