package dev.natter.chat.group;

import dev.natter.chat.conversation.ConversationView;
import dev.natter.storage.PresignedUrl;
import dev.natter.storage.avatar.AvatarAnswer;
import dev.natter.storage.avatar.AvatarConfig;
import dev.natter.storage.avatar.AvatarStore;
import dev.natter.web.CurrentUser;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Tag(name = "Groups")
@Authenticated
@Path("/api/v1/conversations/{conversationId}/avatar")
class GroupAvatarResource {

    private static final String UNKNOWN = "`conversation_not_found`: it does not exist, or the caller is not a member.";
    private static final String LIMITED = "`rate_limited`: repeat after `Retry-After`.";
    private static final String UNAVAILABLE = "`store_unavailable`, `images_unavailable`: repeat after `Retry-After`.";

    private final ChangeGroupAvatar changeAvatar;
    private final AvatarStore store;
    private final AvatarConfig config;
    private final CurrentUser currentUser;

    GroupAvatarResource(
            ChangeGroupAvatar changeAvatar, AvatarStore store, AvatarConfig config, CurrentUser currentUser) {
        this.changeAvatar = changeAvatar;
        this.store = store;
        this.config = config;
        this.currentUser = currentUser;
    }

    @PUT
    @Consumes({"image/jpeg", "image/png", "image/webp"})
    @Operation(
            operationId = "setGroupAvatar",
            summary = "Set the photo of a group",
            description =
                    "For admins. The body is the photo: a square of at most 512 by 512 pixels and 1 MiB, which the client has cropped and scaled. Stored with the same pixels, and without metadata. Members who are online get a `conversation` frame.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponseSchema(value = ConversationView.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "`not_an_admin`")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "413", description = "`too_large`: more than 1 MiB.")
    @APIResponse(responseCode = "415", description = "`unsupported_media_type`: none of jpeg, png and webp.")
    @APIResponse(
            responseCode = "422",
            description =
                    "`not_a_group`. `avatar_not_square`: crop and scale it before the upload. `image_type_mismatch`, `image_malformed`, `image_dimensions`: choose another file.")
    @APIResponse(responseCode = "429", description = LIMITED)
    @APIResponse(responseCode = "503", description = UNAVAILABLE)
    public Uni<ConversationView> set(
            @RestPath String conversationId,
            @Parameter(hidden = true) @RestHeader(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @Context HttpServerRequest request) {
        return changeAvatar.set(conversationId, currentUser.id(), prefix -> store.add(prefix, contentType, request));
    }

    @DELETE
    @Operation(
            operationId = "removeGroupAvatar",
            summary = "Remove the photo of a group",
            description = "For admins. Members who are online get a `conversation` frame. 204 also without a photo.")
    @APIResponse(responseCode = "204", description = "The group has no photo.")
    @APIResponse(responseCode = "403", description = "`not_an_admin`")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "422", description = "`not_a_group`")
    @APIResponse(responseCode = "429", description = LIMITED)
    @APIResponse(responseCode = "503", description = UNAVAILABLE)
    public Uni<Void> remove(@RestPath String conversationId) {
        return changeAvatar.remove(conversationId, currentUser.id()).replaceWithVoid();
    }

    @GET
    @Operation(
            operationId = "showGroupAvatar",
            summary = "Get the URL of a group's photo",
            description =
                    "For members. Redirects to a short-lived URL, or returns it as JSON when `Accept` has `application/json`. The answer may be kept for half of its life.")
    @APIResponseSchema(
            value = PresignedUrl.class,
            responseCode = "200",
            responseDescription = "The URL, when `application/json` is accepted.")
    @APIResponse(responseCode = "302", description = "Redirect to the photo.")
    @APIResponse(responseCode = "404", description = UNKNOWN + " `avatar_not_found`: it has no photo.")
    @APIResponse(responseCode = "503", description = UNAVAILABLE)
    public Uni<RestResponse<PresignedUrl>> show(
            @RestPath String conversationId,
            @Parameter(description = "The version in `avatar.url`, for caches; always answered with the present photo.")
                    @RestQuery
                    @Nullable String v,
            @Parameter(hidden = true) @RestHeader(HttpHeaders.ACCEPT) @Nullable String accept) {
        return changeAvatar.url(conversationId, currentUser.id()).map(url -> AvatarAnswer.of(url, config, accept));
    }
}
