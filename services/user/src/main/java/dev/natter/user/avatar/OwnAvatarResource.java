package dev.natter.user.avatar;

import dev.natter.user.account.MeView;
import dev.natter.user.http.ApiDocument;
import dev.natter.web.CurrentUser;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** The caller's own photo. */
@Authenticated
@Path("/api/v1/users/me/avatar")
@Tag(name = "users")
class OwnAvatarResource {

    private final ChangeAvatar changeAvatar;
    private final CurrentUser currentUser;

    OwnAvatarResource(ChangeAvatar changeAvatar, CurrentUser currentUser) {
        this.changeAvatar = changeAvatar;
        this.currentUser = currentUser;
    }

    /** Sets the caller's photo. */
    @PUT
    @Consumes({"image/jpeg", "image/png", "image/webp"})
    @Operation(
            operationId = "setAvatar",
            summary = "Sets the caller's photo",
            description =
                    "The body is the photo: a square of at most 512 by 512 pixels and 1 MiB, which the client has cropped and scaled. Stored with the same pixels, and without metadata. Others see it live. `avatar_not_square`: crop and scale it before the upload. `image_type_mismatch`, `image_malformed`, `image_dimensions`: choose another file.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "200", description = "The caller")
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "422", ref = ApiDocument.UNPROCESSABLE)
    @APIResponse(responseCode = "429", ref = ApiDocument.TOO_MANY)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<MeView> set(
            @Parameter(hidden = true) @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Context HttpServerRequest request) {
        return changeAvatar.set(currentUser.id(), contentType, request).map(MeView::of);
    }

    /** Removes the caller's photo; 204 also without one. */
    @DELETE
    @Operation(operationId = "removeAvatar", summary = "Removes the caller's photo, and deletes it")
    @APIResponse(responseCode = "204", description = "The caller has no photo")
    @APIResponse(responseCode = "401", ref = ApiDocument.UNAUTHORIZED)
    @APIResponse(responseCode = "429", ref = ApiDocument.TOO_MANY)
    @APIResponse(responseCode = "503", ref = ApiDocument.UNAVAILABLE)
    public Uni<Void> remove() {
        return changeAvatar.remove(currentUser.id());
    }
}
