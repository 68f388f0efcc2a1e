package dev.natter.chat.attachment;

import dev.natter.chat.attachment.UploadView.OfferedFile;
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

@Tag(name = "Files")
@Authenticated
@Path("/api/v1/files")
class FileResource extends AttachmentResource {

    private final OfferUpload offerUpload;
    private final CompleteUpload completeUpload;

    FileResource(
            OfferUpload offerUpload,
            CompleteUpload completeUpload,
            AttachmentService attachments,
            AttachmentLimits limits,
            CurrentUser currentUser) {
        super(attachments, limits, currentUser);
        this.offerUpload = offerUpload;
        this.completeUpload = completeUpload;
    }

    @POST
    @Operation(
            operationId = "uploadFile",
            summary = "Request a file upload",
            description =
                    "Returns a presigned request that uploads exactly these bytes to the store, and for a file of more than 16 MiB the same in parts. After the upload its owner may send the file with any number of messages. A file that is not sent within a day is deleted.")
    @APIResponse(
            responseCode = "201",
            description = "The upload request.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OfferedFile.class)))
    @APIResponse(responseCode = "413", description = "`file_too_large`: more than 100 MiB.")
    @APIResponse(responseCode = "415", description = "The body is not JSON.")
    @APIResponse(responseCode = "422", description = "`storage_full`: delete messages with files to make room.")
    @APIResponse(responseCode = "429", description = "`rate_limited`: too many uploads; see `Retry-After`.")
    @APIResponse(
            responseCode = "503",
            description = "`store_unavailable`, `images_unavailable`: repeat after `Retry-After`.")
    public Uni<RestResponse<OfferedFile>> upload(@NotNull UploadRequest request) {
        return offerUpload
                .file(userId(), request.name(), request.contentType(), request.bytes())
                .map(offer -> RestResponse.status(
                        RestResponse.Status.CREATED,
                        new OfferedFile(offer.attachment().id(), UploadView.of(offer), offer.multipart())));
    }

    /** Answers 204 whether or not it was completed before. */
    @POST
    @Path("/{fileId}/complete")
    @Operation(
            operationId = "completeFile",
            summary = "Complete an upload in parts",
            description = "After all parts are uploaded, and before the file is sent. Has no body; safe to repeat.")
    @APIResponse(responseCode = "204", description = "The upload is complete.")
    @APIResponse(responseCode = "404", description = "`file_not_found`: the caller has offered no such file.")
    @APIResponse(responseCode = "422", description = "`file_incomplete`: parts are missing.")
    @APIResponse(
            responseCode = "503",
            description = "`store_unavailable`, `images_unavailable`: repeat after `Retry-After`.")
    public Uni<Void> complete(@RestPath String fileId) {
        return completeUpload.handle(fileId, userId());
    }

    @GET
    @Path("/{fileId}")
    @Operation(
            operationId = "showFile",
            summary = "Get the URL of a file",
            description =
                    "For members of the conversations that hold it, and its uploader. Redirects to a short-lived URL, or returns it as JSON when `Accept` has `application/json`. The file is served with `Content-Disposition: attachment` and its name, as `application/octet-stream` unless its type is known to be harmless.")
    @APIResponseSchema(
            value = PresignedUrl.class,
            responseCode = "200",
            responseDescription = "The URL, when `application/json` is accepted.")
    @APIResponse(responseCode = "302", description = "Redirect to the file.")
    @APIResponse(
            responseCode = "404",
            description = "`file_not_found`: it does not exist, or the caller may not see it.")
    @APIResponse(
            responseCode = "429",
            description = "`rate_limited`: too many reads of own uploads that were never sent; see `Retry-After`.")
    @APIResponse(
            responseCode = "503",
            description = "`store_unavailable`, `images_unavailable`: repeat after `Retry-After`.")
    public Uni<RestResponse<PresignedUrl>> show(
            @RestPath String fileId,
            @Parameter(hidden = true) @RestHeader(HttpHeaders.ACCEPT) @Nullable String accept) {
        return link(AttachmentKind.FILE, fileId, accept);
    }

    @Schema(name = "UploadFile", description = "The file to upload.")
    @RegisterForReflection
    record UploadRequest(
            @Schema(
                    required = true,
                    nullable = false,
                    description =
                            "The name under which it is saved. Path separators, control, direction and invisible characters are removed; at most 255 bytes of UTF-8 are kept.",
                    examples = "Menu.pdf")
            @Nullable String name,

            @Schema(
                    required = true,
                    nullable = false,
                    description = "Its media type; empty when it is not known.",
                    examples = "application/pdf")
            @Nullable String contentType,

            @Schema(
                    required = true,
                    nullable = false,
                    type = SchemaType.INTEGER,
                    format = "int64",
                    minimum = "1",
                    maximum = "104857600",
                    description = "The exact length in bytes.",
                    examples = "183204")
            @Nullable Long bytes) {

        /** Leaves the name out: what people write must not reach a log. */
        @Override
        public String toString() {
            return "UploadRequest[bytes=%d]".formatted(bytes);
        }
    }
}
