package dev.natter.chat.attachment;

import dev.natter.chat.attachment.UploadView.OfferedImage;
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

@Tag(name = "Images")
@Authenticated
@Path("/api/v1/images")
class ImageResource extends AttachmentResource {

    private final OfferUpload offerUpload;

    ImageResource(
            OfferUpload offerUpload, AttachmentService attachments, AttachmentLimits limits, CurrentUser currentUser) {
        super(attachments, limits, currentUser);
        this.offerUpload = offerUpload;
    }

    @POST
    @Operation(
            operationId = "uploadImage",
            summary = "Request an image upload",
            description =
                    "Returns a presigned request that uploads exactly these bytes to the image store. After the upload its owner may send the image with any number of messages. Only pixels, animation, colour profile and orientation are stored. An image that is not sent within a day is deleted.")
    @APIResponse(
            responseCode = "201",
            description = "The upload request.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OfferedImage.class)))
    @APIResponse(responseCode = "413", description = "`image_too_large`: more than 10 MiB.")
    @APIResponse(
            responseCode = "415",
            description = "`image_type_not_supported`: none of jpeg, png, webp and gif. Or the body is not JSON.")
    @APIResponse(responseCode = "422", description = "`storage_full`: delete messages with files to make room.")
    @APIResponse(responseCode = "429", description = "`rate_limited`: too many uploads; see `Retry-After`.")
    @APIResponse(
            responseCode = "503",
            description = "`store_unavailable`, `images_unavailable`: repeat after `Retry-After`.")
    public Uni<RestResponse<OfferedImage>> upload(@NotNull UploadRequest request) {
        return offerUpload
                .image(userId(), request.contentType(), request.bytes())
                .map(offer -> RestResponse.status(
                        RestResponse.Status.CREATED,
                        new OfferedImage(offer.attachment().id(), UploadView.of(offer))));
    }

    @GET
    @Path("/{imageId}")
    @Operation(
            operationId = "showImage",
            summary = "Get the URL of an image",
            description =
                    "For members of the conversations that hold it, and its uploader. Redirects to a short-lived URL, or returns it as JSON when `Accept` has `application/json`.")
    @APIResponseSchema(
            value = PresignedUrl.class,
            responseCode = "200",
            responseDescription = "The URL, when `application/json` is accepted.")
    @APIResponse(responseCode = "302", description = "Redirect to the image.")
    @APIResponse(
            responseCode = "404",
            description = "`image_not_found`: it does not exist, or the caller may not see it.")
    @APIResponse(
            responseCode = "429",
            description = "`rate_limited`: too many reads of own uploads that were never sent; see `Retry-After`.")
    @APIResponse(
            responseCode = "503",
            description = "`store_unavailable`, `images_unavailable`: repeat after `Retry-After`.")
    public Uni<RestResponse<PresignedUrl>> show(
            @RestPath String imageId,
            @Parameter(hidden = true) @RestHeader(HttpHeaders.ACCEPT) @Nullable String accept) {
        return link(AttachmentKind.IMAGE, imageId, accept);
    }

    @Schema(name = "UploadImage", description = "The file to upload.")
    @RegisterForReflection
    record UploadRequest(
            @Schema(
                    required = true,
                    nullable = false,
                    enumeration = {"image/jpeg", "image/png", "image/webp", "image/gif"},
                    examples = "image/webp")
            @Nullable String contentType,

            @Schema(
                    required = true,
                    nullable = false,
                    type = SchemaType.INTEGER,
                    format = "int64",
                    minimum = "1",
                    maximum = "10485760",
                    description = "The exact length in bytes.",
                    examples = "183204")
            @Nullable Long bytes) {}
}
