package dev.natter.chat.invite;

import dev.natter.chat.conversation.ConversationView;
import dev.natter.chat.invite.InviteViews.CreateRequest;
import dev.natter.chat.invite.InviteViews.CreatedInvite;
import dev.natter.chat.invite.InviteViews.InviteList;
import dev.natter.chat.invite.InviteViews.InviteView;
import dev.natter.chat.invite.PreviewInvite.InvitePreview;
import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.web.ApiException;
import dev.natter.web.CallerNetwork;
import dev.natter.web.CurrentUser;
import dev.natter.web.ErrorCode;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Tag(name = "Invites")
@Authenticated
@Path("/api/v1/invites")
class InviteResource {

    private static final Duration HOUR = Duration.ofHours(1);

    private final RateLimits rateLimits;
    private final InviteConfig config;
    private final CreateInvite createInvite;
    private final AcceptInvite acceptInvite;
    private final InviteRepository invites;
    private final CurrentUser currentUser;
    private final CallerNetwork network;
    private final PreviewInvite previewInvite;
    private final Clock clock;

    InviteResource(
            RateLimits rateLimits,
            InviteConfig config,
            CreateInvite createInvite,
            AcceptInvite acceptInvite,
            InviteRepository invites,
            CurrentUser currentUser,
            CallerNetwork network,
            PreviewInvite previewInvite,
            Clock clock) {
        this.rateLimits = rateLimits;
        this.config = config;
        this.createInvite = createInvite;
        this.acceptInvite = acceptInvite;
        this.invites = invites;
        this.currentUser = currentUser;
        this.network = network;
        this.previewInvite = previewInvite;
        this.clock = clock;
    }

    @POST
    @Operation(
            operationId = "createInvite",
            summary = "Make a link that invites people",
            description =
                    "Without `conversationId`, to a direct conversation with the caller; with it, to that group, of which the caller must be an admin. The token is shown this once: only a hash of it is stored.")
    @APIResponse(
            responseCode = "201",
            description = "Created.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreatedInvite.class)))
    @APIResponse(responseCode = "403", description = "`not_an_admin`: the caller is not an admin of the group.")
    @APIResponse(
            responseCode = "404",
            description = "`conversation_not_found`: it does not exist, or the caller is not a member.")
    @APIResponse(
            responseCode = "422",
            description =
                    "`not_a_group`: the conversation is a direct one. `too_many_invites`: 100 are open; revoke one first.")
    @APIResponse(responseCode = "429", description = "`rate_limited`: repeat after `Retry-After`.")
    public Uni<RestResponse<CreatedInvite>> create(@NotNull CreateRequest request) {
        var userId = currentUser.id();
        return rateLimits
                .acquire(RateLimit.INVITE, userId, List.of(new Rate(config.createdPerHour(), HOUR)))
                .chain(() -> createInvite.handle(
                        userId, request.conversationId(), request.expiresInHours(), request.maxUses()))
                .map(created -> RestResponse.status(
                        RestResponse.Status.CREATED,
                        new CreatedInvite(
                                created.invite().id(),
                                created.token(),
                                config.origin() + "/join/" + created.token(),
                                created.invite().expiresAt())));
    }

    @GET
    @Operation(
            operationId = "listInvites",
            summary = "The caller's open invites, newest first",
            description = "Those that can still be accepted, 100 at most. Without their tokens, which are not stored.")
    @APIResponseSchema(value = InviteList.class, responseCode = "200")
    public Uni<InviteList> list() {
        return invites.open(currentUser.id(), clock.instant(), config.maxOpen())
                .map(found -> new InviteList(found.stream().map(InviteView::of).toList(), null));
    }

    @GET
    @PermitAll
    @SecurityRequirements
    @Path("/{token}")
    @Operation(
            operationId = "getInvite",
            summary = "What an invite leads to",
            description = "Without sign-in. Shows the name of the inviter or the title of the group, and nothing else.")
    @APIResponseSchema(value = InvitePreview.class, responseCode = "200")
    @APIResponse(responseCode = "410", description = "`invite_gone`: used up, expired, revoked or unknown.")
    @APIResponse(
            responseCode = "429",
            description = "`rate_limited`: more than 60 a minute from one network. Repeat after `Retry-After`.")
    public Uni<InvitePreview> show(@RestPath String token, @Context HttpServerRequest request) {
        return rateLimits
                .acquire(
                        RateLimit.INVITE_NETWORK,
                        network.of(request),
                        List.of(new Rate(config.viewsPerMinute(), Duration.ofMinutes(1))))
                .chain(() -> previewInvite.handle(token));
    }

    @DELETE
    @Path("/{token}")
    @Operation(operationId = "revokeInvite", summary = "Revoke an invite")
    @APIResponse(responseCode = "204", description = "It cannot be accepted any more.")
    @APIResponse(responseCode = "404", description = "`invite_not_found`: the caller has no such invite.")
    public Uni<Void> revoke(
            @Parameter(description = "The token, or the `id` in the list of invites.") @RestPath String token) {
        var id = InviteToken.isToken(token) ? InviteToken.id(token) : token;
        return invites.remove(id, currentUser.id())
                .invoke(removed -> {
                    if (!removed) {
                        throw ApiException.notFound(ErrorCode.INVITE_NOT_FOUND, "You have no such invite.");
                    }
                })
                .replaceWithVoid();
    }

    @POST
    @Path("/{token}/accept")
    @Operation(
            operationId = "acceptInvite",
            summary = "Accept an invite",
            description =
                    "Leads into the direct conversation with the inviter, or the group. Safe to repeat: the same person gets the same conversation and takes one use. Members of the group take none.")
    @APIResponseSchema(value = ConversationView.class, responseCode = "200", responseDescription = "Joined.")
    @APIResponse(
            responseCode = "410",
            description =
                    "`invite_gone`: used up, expired, revoked or unknown; or accepted before by a user who has left the group since.")
    @APIResponse(
            responseCode = "422",
            description = "`own_invite`: the caller made it. `too_many_members`: the group is full.")
    @APIResponse(responseCode = "429", description = "`rate_limited`: repeat after `Retry-After`.")
    public Uni<ConversationView> accept(@RestPath String token) {
        var userId = currentUser.id();
        return rateLimits
                .acquire(RateLimit.INVITE_ACCEPT, userId, List.of(new Rate(config.acceptedPerHour(), HOUR)))
                .chain(() -> acceptInvite.handle(token, userId));
    }
}
