package dev.natter.chat.attachment;

import dev.natter.chat.attachment.UploadView.OfferedVoice;
import dev.natter.storage.PresignedUrl;
import dev.natter.web.CurrentUser;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Tag(name = "Voice")
@Authenticated
@Path("/api/v1/voice")
class VoiceResource extends AttachmentResource {

    private final OfferUpload offerUpload;

    VoiceResource(
            OfferUpload offerUpload, AttachmentService attachments, AttachmentLimits limits, CurrentUser currentUser) {
        super(attachments, limits, currentUser);
        this.offerUpload = offerUpload;
    }

    @POST
    @Operation(
            operationId = "uploadVoice",
            summary = "Request the upload of a voice message",
            description =
                    "Returns a presigned request that uploads exactly these bytes to the store. After the upload its owner may send the voice message with any number of messages. One that is not sent within a day is deleted.")
    @APIResponse(
            responseCode = "201",
            description = "The upload request.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OfferedVoice.class)))
    @APIResponse(responseCode = "413", description = "`voice_too_large`: more than 10 MiB or 10 minutes.")
    @APIResponse(
            responseCode = "415",
            description =
                    "`voice_type_not_supported`: none of `audio/webm`, `audio/ogg` and `audio/mp4`. Or the body is not JSON.")
    @APIResponse(responseCode = "422", description = "`storage_full`: delete messages with files to make room.")
    @APIResponse(responseCode = "429", description = "`rate_limited`: too many uploads; see `Retry-After`.")
    @APIResponse(
            responseCode = "503",
            description = "`store_unavailable`, `images_unavailable`: repeat after `Retry-After`.")
    public Uni<RestResponse<OfferedVoice>> upload(@NotNull UploadRequest request) {
        return offerUpload
                .voice(userId(), request.contentType(), request.bytes(), request.durationMs(), request.waveform())
                .map(offer -> RestResponse.status(
                        RestResponse.Status.CREATED,
                        new OfferedVoice(offer.attachment().id(), UploadView.of(offer))));
    }

    @GET
    @Path("/{voiceId}")
    @Operation(
            operationId = "showVoice",
            summary = "Get the URL of a voice message",
            description =
                    "For members of the conversations that hold it, and its uploader. Redirects to a short-lived URL, or returns it as JSON when `Accept` has `application/json`. Ranges can be requested there.")
    @APIResponseSchema(
            value = PresignedUrl.class,
            responseCode = "200",
            responseDescription = "The URL, when `application/json` is accepted.")
    @APIResponse(responseCode = "302", description = "Redirect to the voice message.")
    @APIResponse(
            responseCode = "404",
            description = "`voice_not_found`: it does not exist, or the caller may not see it.")
    @APIResponse(
            responseCode = "429",
            description = "`rate_limited`: too many reads of own uploads that were never sent; see `Retry-After`.")
    @APIResponse(
            responseCode = "503",
            description = "`store_unavailable`, `images_unavailable`: repeat after `Retry-After`.")
    public Uni<RestResponse<PresignedUrl>> show(
            @RestPath String voiceId,
            @Parameter(hidden = true) @RestHeader(HttpHeaders.ACCEPT) @Nullable String accept) {
        return link(AttachmentKind.VOICE, voiceId, accept);
    }

    @Schema(name = "UploadVoice", description = "The recording to upload.")
    @RegisterForReflection
    record UploadRequest(
            @Schema(
                    required = true,
                    nullable = false,
                    description =
                            "`audio/webm` and `audio/ogg` with Opus, `audio/mp4` with AAC; parameters are ignored.",
                    examples = "audio/webm")
            @Nullable String contentType,

            @Schema(
                    required = true,
                    nullable = false,
                    type = SchemaType.INTEGER,
                    format = "int64",
                    minimum = "1",
                    maximum = "10485760",
                    description = "The exact length in bytes.",
                    examples = "48204")
            @Nullable Long bytes,

            @Schema(
                    required = true,
                    nullable = false,
                    type = SchemaType.INTEGER,
                    format = "int64",
                    minimum = "1",
                    maximum = "600000",
                    description = "The duration in milliseconds, for display.",
                    examples = "4200")
            @Nullable Long durationMs,

            @Schema(
                    required = true,
                    nullable = false,
                    maxItems = 64,
                    description = "Levels from 0 to 255, for display.",
                    examples = "[0, 128, 255, 64]")
            @Nullable List<@Nullable Integer> waveform) {}
}
