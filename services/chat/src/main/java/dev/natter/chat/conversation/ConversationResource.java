package dev.natter.chat.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.natter.chat.conversation.ChangeOwnView.OwnViewChange;
import dev.natter.chat.conversation.ConversationQueries.ConversationPage;
import dev.natter.chat.conversation.ConversationQueries.MemberPage;
import dev.natter.chat.conversation.ConversationRepository.ConversationCursor;
import dev.natter.chat.http.InFlightAnswers;
import dev.natter.chat.http.QueryNumbers;
import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.web.CurrentUser;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Tag(name = "Conversations")
@Authenticated
@Path("/api/v1/conversations")
class ConversationResource {

    private static final int MEMBERS_PER_USE = 30;

    private final RateLimits rateLimits;
    private final List<Rate> rates;
    private final StartConversation startConversation;
    private final ConversationQueries queries;
    private final ChangeOwnView changeOwnView;
    private final InFlightAnswers inFlight;
    private final CurrentUser currentUser;

    ConversationResource(
            RateLimits rateLimits,
            ConversationLimits limits,
            StartConversation startConversation,
            ConversationQueries queries,
            ChangeOwnView changeOwnView,
            InFlightAnswers inFlight,
            CurrentUser currentUser) {
        this.rateLimits = rateLimits;
        this.rates = List.of(new Rate(limits.startsPerHour(), Duration.ofHours(1)));
        this.startConversation = startConversation;
        this.queries = queries;
        this.changeOwnView = changeOwnView;
        this.inFlight = inFlight;
        this.currentUser = currentUser;
    }

    /** Answers 201 with a new conversation, and 200 with the one that these two have already. */
    @POST
    @Operation(
            operationId = "startConversation",
            summary = "Start a conversation, or get the existing direct one",
            description =
                    "With one other member and no title, this is the one direct conversation of the two. With several others, or with a title, it is a new group.")
    @APIResponse(
            responseCode = "201",
            description = "Created. All members' connections get a `conversation` frame.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConversationView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The existing direct conversation.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConversationView.class)))
    @APIResponse(responseCode = "404", description = "`user_not_found`: a user in `memberIds` does not exist.")
    @APIResponse(
            responseCode = "422",
            description =
                    "`only_yourself`: there is no other member. `too_many_members`: more than 1,000. `member_unavailable`: a user cannot be added.")
    @APIResponse(
            responseCode = "429",
            description = "`rate_limited`: repeat after `Retry-After`. A group counts once more for every 30 members.")
    public Uni<RestResponse<ConversationView>> start(@NotNull @Valid StartRequest request) {
        var starterId = currentUser.id();
        return rateLimits
                .acquire(RateLimit.CONVERSATION, starterId, rates, uses(request))
                .chain(() -> startConversation.handle(starterId, request.memberIds(), request.title()))
                .map(ConversationResource::answer);
    }

    @GET
    @Operation(
            operationId = "listConversations",
            summary = "The caller's conversations, pinned first, then latest activity first",
            description =
                    "Pages are stable: conversations that do not change meanwhile appear exactly once. One with a new message moves to the top, and one that is pinned, unpinned or archived meanwhile may appear twice or not at all; frames announce the change.")
    @APIResponseSchema(value = ConversationPage.class, responseCode = "200", responseDescription = "One page.")
    public Uni<ConversationPage> list(
            @Parameter(
                            description = "Page size, at most 100.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "30"))
                    @RestQuery
                    @Nullable String limit,
            @Parameter(description = "`next` of the previous page.") @RestQuery @Nullable String after,
            @Parameter(
                            description = "`true` for the archived ones alone, `false` for all others.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @RestQuery
                    @Nullable String archived) {
        var userId = currentUser.id();
        var cursor = after == null ? null : ConversationCursor.parse(after);
        var most = QueryNumbers.limit(limit);
        var ofArchive = QueryNumbers.flag("archived", archived);
        return inFlight.take(userId, () -> queries.list(userId, ofArchive, cursor, most));
    }

    @GET
    @Path("/{conversationId}")
    @Operation(operationId = "getConversation", summary = "One conversation")
    @APIResponseSchema(value = ConversationView.class, responseCode = "200")
    @APIResponse(
            responseCode = "404",
            description = "`conversation_not_found`: it does not exist, or the caller is not a member.")
    public Uni<ConversationView> show(@RestPath String conversationId) {
        return queries.get(conversationId, currentUser.id());
    }

    @GET
    @Path("/{conversationId}/members")
    @Operation(
            operationId = "listMembers",
            summary = "All members of a conversation",
            description = "In the order in which they joined.")
    @APIResponseSchema(value = MemberPage.class, responseCode = "200", responseDescription = "One page.")
    @APIResponse(
            responseCode = "404",
            description = "`conversation_not_found`: it does not exist, or the caller is not a member.")
    public Uni<MemberPage> members(
            @RestPath String conversationId,
            @Parameter(
                            description = "Page size, at most 100.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "30"))
                    @RestQuery
                    @Nullable String limit,
            @Parameter(description = "`next` of the previous page.") @RestQuery @Nullable String after) {
        var userId = currentUser.id();
        var most = QueryNumbers.limit(limit);
        return inFlight.take(userId, () -> queries.members(conversationId, userId, after, most));
    }

    /** What is absent stays as it is; null ends a mute. */
    @PATCH
    @Path("/{conversationId}/mine")
    @Operation(
            operationId = "changeMine",
            summary = "Change the caller's own view of a conversation",
            description =
                    "Other members do not see it. The caller's connections, on all devices, get a `conversation` frame. Absent fields stay as they are. A new message unarchives the conversation, without a frame of its own; a `read` of any device ends `markedUnread`.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OwnViewChange.class)))
    @APIResponseSchema(value = ConversationView.class, responseCode = "200")
    @APIResponse(
            responseCode = "404",
            description = "`conversation_not_found`: it does not exist, or the caller is not a member.")
    @APIResponse(responseCode = "422", description = "`too_many_pinned`: 20 are pinned already.")
    public Uni<ConversationView> changeMine(@RestPath String conversationId, @NotNull JsonNode change) {
        return changeOwnView.handle(conversationId, currentUser.id(), OwnViewChange.parse(change));
    }

    /** A large group costs more of the limit: its members are stored, and each of them gets a frame. */
    private static int uses(StartRequest request) {
        return 1 + request.memberIds().size() / MEMBERS_PER_USE;
    }

    private static RestResponse<ConversationView> answer(StartConversation.Outcome outcome) {
        return outcome.isNew()
                ? RestResponse.status(RestResponse.Status.CREATED, outcome.conversation())
                : RestResponse.ok(outcome.conversation());
    }

    @RegisterForReflection
    @Schema(name = "StartConversation")
    record StartRequest(
            @Schema(
                    required = true,
                    description = "The other members. Duplicates and the caller are ignored.",
                    examples = "[\"0198c5e2-7a4b-7c11-9d3e-5f6a7b8c9d0e\"]")
            @NotNull List<@NotNull String> memberIds,

            @Schema(
                    nullable = true,
                    description = "A title makes the conversation a group. 1 to 80 characters after trimming.",
                    examples = "Lunch")
            @Nullable String title) {}
}
