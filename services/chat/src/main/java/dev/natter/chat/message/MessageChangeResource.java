package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.message.MessageReceipts.MessageReceiptsView;
import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.web.CurrentUser;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Tag(name = "Messages")
@Authenticated
@Path("/api/v1/conversations/{conversationId}/messages/{messageId}")
@APIResponse(
        responseCode = "404",
        description =
                "`conversation_not_found`: the conversation does not exist, or the caller is not a member. `message_not_found`: the message is not in it.")
@APIResponse(responseCode = "429", description = "`rate_limited`: repeat after `Retry-After`.")
class MessageChangeResource {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RateLimits rateLimits;
    private final List<Rate> changes;
    private final List<Rate> reads;
    private final ChangeMessage changeMessage;
    private final MessageReceipts receipts;
    private final CurrentUser currentUser;

    MessageChangeResource(
            RateLimits rateLimits,
            MessageLimits limits,
            ChangeMessage changeMessage,
            MessageReceipts receipts,
            CurrentUser currentUser) {
        this.rateLimits = rateLimits;
        this.changes = List.of(new Rate(limits.changesPerMinute(), MINUTE));
        this.reads = List.of(new Rate(limits.receiptsPerMinute(), MINUTE));
        this.changeMessage = changeMessage;
        this.receipts = receipts;
        this.currentUser = currentUser;
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "editMessage",
            summary = "Edit an own message",
            description =
                    "Within 24 hours. All connections of all members get an `entry` frame. The same text again changes nothing.")
    @APIResponseSchema(value = MessageView.class, responseCode = "200", responseDescription = "The edited message.")
    @APIResponse(responseCode = "403", description = "`forbidden`: another user sent it.")
    @APIResponse(
            responseCode = "422",
            description = "`too_late`: it was sent more than 24 hours ago. `message_deleted`: it is deleted.")
    public Uni<MessageView> edit(
            @RestPath String conversationId, @RestPath String messageId, @NotNull EditRequest request) {
        return change(userId -> changeMessage.edit(conversationId, messageId, userId, request.text()));
    }

    /** Answers 204 whether or not it was deleted before. */
    @DELETE
    @Operation(
            operationId = "deleteMessage",
            summary = "Delete a message for everyone",
            description =
                    "An own one; in a group its owner and admins delete any. Text and attachment are removed for good; the entry stays. All connections of all members get an `entry` frame.")
    @APIResponse(responseCode = "204", description = "The message is deleted.")
    @APIResponse(responseCode = "403", description = "`forbidden`: another user sent it, and the caller is no admin.")
    public Uni<Void> delete(@RestPath String conversationId, @RestPath String messageId) {
        return change(userId -> changeMessage.delete(conversationId, messageId, userId));
    }

    /** Answers 204 whether or not the reaction was there before. */
    @PUT
    @Path("/reactions/{emoji}")
    @Operation(
            operationId = "addReaction",
            summary = "React to a message",
            description =
                    "With one fully-qualified emoji, percent-encoded. All connections of all members get an `entry` frame; a repeat changes nothing.")
    @APIResponse(responseCode = "204", description = "The caller reacts with the emoji.")
    @APIResponse(
            responseCode = "422",
            description =
                    "`emoji_not_supported`: not one fully-qualified emoji of Unicode's list. `too_many_reactions`: the message has 20 different reactions. `message_deleted`: it is deleted.")
    public Uni<Void> react(@RestPath String conversationId, @RestPath String messageId, @RestPath String emoji) {
        return change(userId -> changeMessage.react(conversationId, messageId, userId, emoji, true));
    }

    /** Answers 204 whether or not the reaction was there. */
    @DELETE
    @Path("/reactions/{emoji}")
    @Operation(
            operationId = "removeReaction",
            summary = "Take a reaction back",
            description = "All connections of all members get an `entry` frame; a repeat changes nothing.")
    @APIResponse(responseCode = "204", description = "The caller does not react with the emoji.")
    @APIResponse(
            responseCode = "422",
            description =
                    "`emoji_not_supported`: not one fully-qualified emoji of Unicode's list. `message_deleted`: it is deleted.")
    public Uni<Void> takeBack(@RestPath String conversationId, @RestPath String messageId, @RestPath String emoji) {
        return change(userId -> changeMessage.react(conversationId, messageId, userId, emoji, false));
    }

    @GET
    @Path("/receipts")
    @Operation(operationId = "listReceipts", summary = "Who has received and who has read a message")
    @APIResponseSchema(value = MessageReceiptsView.class, responseCode = "200", responseDescription = "The members.")
    @APIResponse(responseCode = "422", description = "`too_many_members`: the group has more than 100 members.")
    public Uni<MessageReceiptsView> receipts(@RestPath String conversationId, @RestPath String messageId) {
        var userId = currentUser.id();
        return rateLimits
                .acquire(RateLimit.MESSAGE_RECEIPTS, userId, reads)
                .chain(() -> receipts.get(conversationId, messageId, userId));
    }

    private <T> Uni<T> change(Function<String, Uni<T>> change) {
        var userId = currentUser.id();
        return rateLimits.acquire(RateLimit.MESSAGE_CHANGE, userId, changes).chain(() -> change.apply(userId));
    }

    @RegisterForReflection
    @Schema(name = "EditMessage")
    record EditRequest(
            @Schema(
                    nullable = true,
                    description = "The new text, by the rules of sending; null or empty only beside an attachment.",
                    examples = "Soup!")
            @Nullable String text) {

        /** Leaves the text out: what people write must not reach a log. */
        @Override
        public String toString() {
            return "EditRequest[]";
        }
    }
}
