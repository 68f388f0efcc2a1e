package dev.natter.chat.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message as clients see it, in its present state.
 *
 * @param text as it was typed, trimmed; null when the message is an image alone, or is deleted
 * @param replyTo what it quotes; where a message is stored, {@linkplain Quote#reference without content}
 * @param mentions members of a group whom the text mentions, each once, in the order of the text
 * @param reactions in the order in which each emoji was first used
 * @param sentAt by the clock of the replica that took it
 * @param hiddenFrom the other member of a direct conversation, who has blocked the sender; null when all members see it
 */
@RegisterForReflection
@Schema(name = "Message", description = "A message, in its present state. Text, image, or both; neither when deleted.")
public record MessageView(
        @Schema(required = true) String id,
        @Schema(required = true) String conversationId,
        @Schema(required = true, minimum = "1") long seq,
        @Schema(required = true) String senderId,
        @Schema(required = true, format = "uuid") String clientMessageId,
        @Schema(required = true, nullable = true) @Nullable String text,
        @Schema(required = true, nullable = true) @Nullable ImageView image,
        @Schema(required = true, nullable = true) @Nullable Quote replyTo,

        @Schema(
                required = true,
                description =
                        "Members of a group whom the text mentions as `@[userId]`, each once; empty in a direct conversation.")
        List<String> mentions,

        @Schema(required = true, description = "In the order in which each emoji was first used.")
        List<Reaction> reactions,

        @Schema(
                required = true,
                implementation = String.class,
                format = "date-time",
                nullable = true,
                description = "When the text was last edited.")
        @Nullable Instant editedAt,

        @Schema(
                required = true,
                implementation = String.class,
                format = "date-time",
                nullable = true,
                description = "When the message was deleted for everyone. It then has neither text nor image.")
        @Nullable Instant deletedAt,

        @Schema(required = true, implementation = String.class, format = "date-time")
        Instant sentAt,

        @JsonIgnore @Schema(hidden = true) @Nullable String hiddenFrom) {

    public MessageView {
        // Conversations that were stored by an earlier version lack them.
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
        reactions = reactions == null ? List.of() : List.copyOf(reactions);
    }

    /** A message as it is sent that neither quotes nor mentions. */
    public MessageView(
            String id,
            String conversationId,
            long seq,
            String senderId,
            String clientMessageId,
            @Nullable String text,
            @Nullable ImageView image,
            Instant sentAt) {
        this(
                id,
                conversationId,
                seq,
                senderId,
                clientMessageId,
                text,
                image,
                null,
                List.of(),
                List.of(),
                null,
                null,
                sentAt,
                null);
    }

    /** The same, hidden from this member. */
    public MessageView hiddenFrom(@Nullable String userId) {
        return new MessageView(
                id,
                conversationId,
                seq,
                senderId,
                clientMessageId,
                text,
                image,
                replyTo,
                mentions,
                reactions,
                editedAt,
                deletedAt,
                sentAt,
                userId);
    }

    /** The same as this member sees it: what is hidden from the member is quoted as a deleted message. */
    public MessageView visibleTo(String userId) {
        return replyTo == null || !userId.equals(replyTo.hiddenFrom())
                ? this
                : quoting(new Quote(replyTo.id(), replyTo.seq(), replyTo.senderId(), null, null, sentAt, null));
    }

    /** Passes the message on with those of these members who see it alike: all, or one and the others. */
    public void forViewers(Collection<String> memberIds, BiConsumer<MessageView, Collection<String>> action) {
        var other = replyTo == null ? null : replyTo.hiddenFrom();
        if (other == null || !memberIds.contains(other)) {
            action.accept(this, memberIds);
            return;
        }
        action.accept(this, memberIds.stream().filter(id -> !id.equals(other)).toList());
        action.accept(visibleTo(other), List.of(other));
    }

    /** The same, with this quote. */
    public MessageView quoting(@Nullable Quote quote) {
        return new MessageView(
                id,
                conversationId,
                seq,
                senderId,
                clientMessageId,
                text,
                image,
                quote,
                mentions,
                reactions,
                editedAt,
                deletedAt,
                sentAt,
                hiddenFrom);
    }

    /** The same after an edit. */
    public MessageView edited(@Nullable String text, List<String> mentions, Instant at) {
        return new MessageView(
                id,
                conversationId,
                seq,
                senderId,
                clientMessageId,
                text,
                image,
                replyTo,
                mentions,
                reactions,
                at,
                deletedAt,
                sentAt,
                hiddenFrom);
    }

    /** The same with these reactions. */
    public MessageView reacted(List<Reaction> reactions) {
        return new MessageView(
                id,
                conversationId,
                seq,
                senderId,
                clientMessageId,
                text,
                image,
                replyTo,
                mentions,
                reactions,
                editedAt,
                deletedAt,
                sentAt,
                hiddenFrom);
    }

    /** What is left after it is deleted. */
    public MessageView deleted(Instant at) {
        return new MessageView(
                id,
                conversationId,
                seq,
                senderId,
                clientMessageId,
                null,
                null,
                null,
                List.of(),
                List.of(),
                editedAt,
                at,
                sentAt,
                hiddenFrom);
    }

    /** Leaves the text out: what people write must not reach a log. */
    @Override
    public String toString() {
        return "MessageView[id=%s, conversationId=%s, seq=%d]".formatted(id, conversationId, seq);
    }

    /** An image in a message, to be got by {@code GET /api/v1/images/{id}}. */
    @RegisterForReflection
    @Schema(name = "Image")
    public record ImageView(
            @Schema(required = true) String id,
            @Schema(required = true) String contentType,
            @Schema(required = true) int width,
            @Schema(required = true) int height,
            @Schema(required = true) long bytes) {}

    /** The message that a reply quotes, in its present state when the reply is read. */
    @RegisterForReflection
    @Schema(
            name = "Quote",
            description =
                    "The message that a reply quotes, in its state when the reply is read. When an `entry` frame changes that message, the client updates its quotes of it.")
    public record Quote(
            @Schema(required = true) String id,
            @Schema(required = true, minimum = "1") long seq,
            @Schema(required = true) String senderId,

            @Schema(
                    required = true,
                    nullable = true,
                    maxLength = Quote.MAX_TEXT + 1,
                    description =
                            "The first 200 characters of its text, with `…` behind them when there are more; null without text, and when it is deleted.")
            @Nullable String text,

            @Schema(
                    required = true,
                    nullable = true,
                    description = "The kind of its attachment: `image`; null without one, and when it is deleted.")
            @Nullable String attachment,

            @Schema(required = true, implementation = String.class, format = "date-time", nullable = true) @Nullable Instant deletedAt,

            @JsonIgnore @Schema(hidden = true) @Nullable String hiddenFrom) {

        static final int MAX_TEXT = 200;

        /** The quote of this message. */
        public static Quote of(MessageView quoted) {
            return new Quote(
                    quoted.id(),
                    quoted.seq(),
                    quoted.senderId(),
                    quoted.text() == null ? null : excerpt(quoted.text()),
                    quoted.image() == null ? null : "image",
                    quoted.deletedAt(),
                    quoted.hiddenFrom());
        }

        private static String excerpt(String text) {
            return text.codePointCount(0, text.length()) <= MAX_TEXT
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, MAX_TEXT)) + "…";
        }

        /** Which message it quotes, without its content: that is the quoted message's, and may change or go. */
        public Quote reference() {
            return new Quote(id, seq, senderId, null, null, null, null);
        }

        /** Leaves the text out: what people write must not reach a log. */
        @Override
        public String toString() {
            return "Quote[id=%s]".formatted(id);
        }
    }

    /** Everyone who reacted to a message with one emoji. */
    @RegisterForReflection
    @Schema(name = "Reaction")
    public record Reaction(
            @Schema(required = true, examples = "👍") String emoji,

            @Schema(required = true, description = "Who reacted with it, the earliest first; never empty.")
            List<String> userIds) {

        public Reaction {
            userIds = List.copyOf(userIds);
        }
    }
}
