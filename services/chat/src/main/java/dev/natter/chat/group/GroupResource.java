package dev.natter.chat.group;

import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.Conversation.Role;
import dev.natter.chat.conversation.ConversationLimits;
import dev.natter.chat.conversation.ConversationView;
import dev.natter.chat.conversation.ConversationViews;
import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.web.CurrentUser;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Tag(name = "Groups")
@Authenticated
@Path("/api/v1/conversations")
class GroupResource {

    private static final int MEMBERS_PER_USE = 30;
    private static final String UNKNOWN = "`conversation_not_found`: it does not exist, or the caller is not a member.";
    private static final String LIMITED = "`rate_limited`: repeat after `Retry-After`.";

    private final ChangeGroup changeGroup;
    private final ConversationViews views;
    private final RateLimits rateLimits;
    private final List<Rate> rates;
    private final CurrentUser currentUser;

    GroupResource(
            ChangeGroup changeGroup,
            ConversationViews views,
            RateLimits rateLimits,
            ConversationLimits limits,
            CurrentUser currentUser) {
        this.changeGroup = changeGroup;
        this.views = views;
        this.rateLimits = rateLimits;
        this.rates = List.of(new Rate(limits.startsPerHour(), Duration.ofHours(1)));
        this.currentUser = currentUser;
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{conversationId}")
    @Operation(
            operationId = "renameGroup",
            summary = "Give a group another title",
            description =
                    "For admins. All members' connections get an `entry` frame. The same title again changes nothing.")
    @APIResponseSchema(value = ConversationView.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "`not_an_admin`")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "422", description = "`not_a_group`")
    @APIResponse(responseCode = "429", description = LIMITED)
    public Uni<ConversationView> rename(@RestPath String conversationId, @NotNull @Valid TitleRequest request) {
        var userId = currentUser.id();
        return limited(userId, 1)
                .chain(() -> changeGroup.rename(conversationId, userId, request.title()))
                .chain(after -> view(after, userId));
    }

    @POST
    @Path("/{conversationId}/members")
    @Operation(
            operationId = "addMembers",
            summary = "Add members to a group",
            description =
                    "For admins. New members see the log from the entry that adds them on, and get a `conversation` frame; all members get an `entry` frame. Members already are ignored: when all are, nothing changes.")
    @APIResponseSchema(value = ConversationView.class, responseCode = "200")
    @APIResponse(responseCode = "403", description = "`not_an_admin`")
    @APIResponse(
            responseCode = "404",
            description = UNKNOWN + " `user_not_found`: a user in `userIds` does not exist; none is added.")
    @APIResponse(
            responseCode = "422",
            description =
                    "`not_a_group`. `too_many_members`: it would have more than 1,000. `member_unavailable`: a user has blocked the caller; none is added.")
    @APIResponse(responseCode = "429", description = LIMITED + " Counts once more for every 30 users.")
    public Uni<ConversationView> add(@RestPath String conversationId, @NotNull @Valid MembersRequest request) {
        var userId = currentUser.id();
        return limited(userId, 1 + request.userIds().size() / MEMBERS_PER_USE)
                .chain(() -> changeGroup.add(conversationId, userId, request.userIds()))
                .chain(after -> view(after, userId));
    }

    /** Answers 204 whether or not the user was a member. */
    @DELETE
    @Path("/{conversationId}/members/{userId}")
    @Operation(
            operationId = "removeMember",
            summary = "Remove a member from a group, or leave it",
            description =
                    "Admins remove others; every member may leave. A user who is no member any more sees nothing of the group from that entry on, and gets a `left` frame; the others get an `entry` frame. When the owner leaves, the admin who has been in the group longest becomes the owner, else the member who has: an entry of its own before the one of leaving.")
    @APIResponse(responseCode = "204", description = "The user is no member.")
    @APIResponse(responseCode = "403", description = "`not_an_admin`. `owner_stays`: the user is the owner.")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "422", description = "`not_a_group`")
    @APIResponse(responseCode = "429", description = LIMITED)
    public Uni<Void> remove(@RestPath String conversationId, @RestPath String userId) {
        var actorId = currentUser.id();
        return limited(actorId, 1).chain(() -> changeGroup.remove(conversationId, actorId, userId));
    }

    /** Answers 204 whether or not the role was another. */
    @PUT
    @Path("/{conversationId}/members/{userId}/role")
    @Operation(
            operationId = "setRole",
            summary = "Give a member of a group a role",
            description =
                    "For the owner, who hands the group over with `owner` and is an admin from then on. All members get an `entry` frame.")
    @APIResponse(responseCode = "204", description = "The member has the role.")
    @APIResponse(responseCode = "403", description = "`not_the_owner`")
    @APIResponse(responseCode = "404", description = UNKNOWN + " `member_not_found`: the user is not a member.")
    @APIResponse(
            responseCode = "422",
            description = "`not_a_group`. `owner_stays`: the owner gives up the role only by making another the owner.")
    @APIResponse(responseCode = "429", description = LIMITED)
    public Uni<Void> setRole(
            @RestPath String conversationId, @RestPath String userId, @NotNull @Valid RoleRequest request) {
        var actorId = currentUser.id();
        return limited(actorId, 1).chain(() -> changeGroup.setRole(conversationId, actorId, userId, request.role()));
    }

    /** The limit of starting conversations: these make as much work. */
    private Uni<?> limited(String userId, int uses) {
        return rateLimits.acquire(RateLimit.CONVERSATION, userId, rates, uses);
    }

    private Uni<ConversationView> view(Conversation after, String userId) {
        return views.of(List.of(after), userId).map(shown -> shown.get(0));
    }

    @RegisterForReflection
    @Schema(name = "RenameGroup")
    record TitleRequest(
            @Schema(
                    required = true,
                    nullable = false,
                    description = "1 to 80 characters after trimming.",
                    examples = "Lunch")
            @NotNull String title) {}

    @RegisterForReflection
    @Schema(name = "AddMembers")
    record MembersRequest(
            @Schema(
                    required = true,
                    description = "Duplicates and members are ignored.",
                    examples = "[\"0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0e\"]")
            @NotNull List<@NotNull String> userIds) {}

    @RegisterForReflection
    @Schema(name = "SetRole")
    record RoleRequest(
            @Schema(required = true, nullable = false, examples = "admin") @NotNull Role role) {}
}
