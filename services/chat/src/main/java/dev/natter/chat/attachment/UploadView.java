package dev.natter.chat.attachment;

import dev.natter.chat.attachment.OfferUpload.Offer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The request that uploads what was offered; without it nothing is stored. */
@Schema(
        name = "UploadTarget",
        description = "The request that uploads the file. Make it exactly so, without an access token.")
@RegisterForReflection
record UploadView(
        @Schema(required = true, examples = "PUT") String method,

        @Schema(required = true, format = "uri", description = "A secret until it expires.")
        String url,

        @Schema(required = true, description = "Headers that the request must have.")
        Map<String, String> headers,

        @Schema(required = true, implementation = String.class, format = "date-time")
        Instant expiresAt) {

    static UploadView of(Offer offer) {
        // The length is signed, too; every client sends it by itself, and browsers do not let a page set it.
        var headers = Map.of("Content-Type", offer.attachment().contentType());
        return new UploadView(
                "PUT", offer.upload().url(), headers, offer.upload().expiresAt());
    }

    /** Leaves the URL out: it must not reach a log. */
    @Override
    public String toString() {
        return "UploadView[expiresAt=%s]".formatted(expiresAt);
    }

    @Schema(name = "ImageUpload")
    @RegisterForReflection
    record OfferedImage(
            @Schema(required = true) String imageId,
            @Schema(required = true) UploadView upload) {}

    @Schema(name = "VoiceUpload")
    @RegisterForReflection
    record OfferedVoice(
            @Schema(required = true) String voiceId,
            @Schema(required = true) UploadView upload) {}

    @Schema(name = "FileUpload")
    @RegisterForReflection
    record OfferedFile(
            @Schema(required = true) String fileId,
            @Schema(required = true) UploadView upload,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "The same upload in parts; only of a file of more than 16 MiB.")
            @Nullable Multipart multipart) {}

    /** Uploads a long file in parts, in any order. */
    @Schema(
            name = "MultipartUpload",
            description =
                    "Upload each part with its request, in any order and as often as need be, then call `POST /api/v1/files/{fileId}/complete`.")
    @RegisterForReflection
    record Multipart(
            @Schema(required = true) List<Part> parts,

            @Schema(required = true, implementation = String.class, format = "date-time")
            Instant expiresAt) {

        Multipart {
            parts = List.copyOf(parts);
        }

        @Schema(name = "UploadPart", description = "Uploads `bytes` bytes of the file from byte `from` on.")
        @RegisterForReflection
        record Part(
                @Schema(required = true, minimum = "1") int number,
                @Schema(required = true, examples = "PUT") String method,

                @Schema(required = true, format = "uri", description = "A secret until it expires.")
                String url,

                @Schema(required = true, minimum = "0") long from,
                @Schema(required = true, minimum = "1") long bytes) {

            /** Leaves the URL out: it must not reach a log. */
            @Override
            public String toString() {
                return "Part[number=%d]".formatted(number);
            }
        }
    }
}
