package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.http.InFlightAnswers;
import dev.natter.chat.log.ConversationLog.Appended;
import dev.natter.chat.message.MessageHistory.MessagePage;
import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.web.CurrentUser;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Tag(name = "Messages")
@Authenticated
@Path("/api/v1/conversations/{conversationId}/messages")
class MessageResource {

    private final RateLimits rateLimits;
    private final List<Rate> rates;
    private final SendMessage sendMessage;
    private final MessageHistory history;
    private final InFlightAnswers inFlight;
    private final CurrentUser currentUser;

    MessageResource(
            RateLimits rateLimits,
            MessageLimits limits,
            SendMessage sendMessage,
            MessageHistory history,
            InFlightAnswers inFlight,
            CurrentUser currentUser) {
        this.rateLimits = rateLimits;
        this.rates = List.of(new Rate(limits.postsPerMinute(), Duration.ofMinutes(1)));
        this.sendMessage = sendMessage;
        this.history = history;
        this.inFlight = inFlight;
        this.currentUser = currentUser;
    }

    /** Answers 201 the first time and 200, with the first message, whenever the client repeats itself. */
    @POST
    @Operation(
            operationId = "sendMessage",
            summary = "Send a message, exactly once",
            description =
                    "The message is stored durably before the response; the other connections of all members get a `message` frame. Safe to repeat with the same `clientMessageId`.")
    @APIResponse(
            responseCode = "201",
            description = "Stored.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MessageView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Already stored under this `clientMessageId`: the first message, even if this one differs.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MessageView.class)))
    @APIResponse(
            responseCode = "404",
            description = "`conversation_not_found`: it does not exist, or the caller is not a member.")
    @APIResponse(
            responseCode = "422",
            description =
                    "`message_not_found`: the message to reply to is not in this conversation. `image_not_found`, `file_not_found`, `voice_not_found`: no such attachment, not visible to the sender, or not uploaded. The upload was rejected and deleted because of its length (`image_size_mismatch`, `file_size_mismatch`, `voice_size_mismatch`), type (`image_type_mismatch`, `voice_type_mismatch`), format (`image_malformed`) or dimensions (`image_dimensions`). `storage_full`: the storage of the sender has no room for the upload.")
    @APIResponse(responseCode = "429", description = "`rate_limited`: repeat after `Retry-After`.")
    @APIResponse(
            responseCode = "503",
            description =
                    "`store_unavailable`, `store_slow`, `conversation_busy`, and with an attachment `images_unavailable`: repeat after `Retry-After`.")
    public Uni<RestResponse<MessageView>> send(@RestPath String conversationId, @NotNull SendRequest request) {
        var senderId = currentUser.id();
        return rateLimits
                .acquire(RateLimit.MESSAGE, senderId, rates)
                .chain(() -> sendMessage.handle(request.toCommand(conversationId, senderId)))
                .map(MessageResource::answer);
    }

    @GET
    @Operation(
            operationId = "listMessages",
            summary = "A page of the history",
            description =
                    "Without `before` and `after`, the latest page. A client that continues from the last item of a page misses no message; other changes are in `GET …/entries`.")
    @APIResponseSchema(value = MessagePage.class, responseCode = "200", responseDescription = "One page.")
    @APIResponse(
            responseCode = "404",
            description = "`conversation_not_found`: it does not exist, or the caller is not a member.")
    public Uni<MessagePage> list(
            @RestPath String conversationId,
            @Parameter(
                            description = "The newest messages with a lower seq. Not together with `after`.",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
                    @RestQuery
                    @Nullable String before,
            @Parameter(
                            description = "The oldest messages with a higher seq.",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
                    @RestQuery
                    @Nullable String after,
            @Parameter(
                            description = "Page size, at most 100.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "30"))
                    @RestQuery
                    @Nullable String limit) {
        var userId = currentUser.id();
        return inFlight.take(userId, () -> history.page(conversationId, userId, before, after, limit));
    }

    private static RestResponse<MessageView> answer(Appended outcome) {
        return outcome.isNew()
                ? RestResponse.status(RestResponse.Status.CREATED, outcome.message())
                : RestResponse.ok(outcome.message());
    }

    @RegisterForReflection
    @Schema(name = "SendMessage", description = "Text, one attachment, or both.")
    record SendRequest(
            @Schema(
                    required = true,
                    nullable = false,
                    format = "uuid",
                    description =
                            "Chosen by the client. The same id again in this conversation is the same message. Case is ignored; responses have it in lower case.",
                    examples = "0b0f6ec4-6d5c-4c0e-9b8a-3f1e2d4c5b6a")
            @Nullable String clientMessageId,

            @Schema(
                    nullable = true,
                    description =
                            "1 to 4,000 characters after white space at the end and blank lines at both ends are removed. `@[userId]` mentions a member of a group.",
                    examples = "Soup?")
            @Nullable String text,

            @Schema(
                    nullable = true,
                    description =
                            "An image that the sender uploaded (see `POST /api/v1/images`), or may see in another conversation.")
            @Nullable String imageId,

            @Schema(
                    nullable = true,
                    description =
                            "A file that the sender uploaded (see `POST /api/v1/files`), or may see in another conversation. At most one of `imageId`, `fileId` and `voiceId`.")
            @Nullable String fileId,

            @Schema(
                    nullable = true,
                    description =
                            "A voice message that the sender uploaded (see `POST /api/v1/voice`), or may see in another conversation.")
            @Nullable String voiceId,

            @Schema(nullable = true, description = "The id of a message of this conversation that this one quotes.")
            @Nullable String replyTo) {

        SendMessageCommand toCommand(String conversationId, String senderId) {
            return new SendMessageCommand(
                    conversationId, senderId, clientMessageId, text, imageId, fileId, voiceId, replyTo, null);
        }

        /** Leaves the text out: what people write must not reach a log. */
        @Override
        public String toString() {
            return "SendRequest[clientMessageId=%s]".formatted(clientMessageId);
        }
    }
}
