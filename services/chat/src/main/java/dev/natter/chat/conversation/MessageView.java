package dev.natter.chat.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.natter.chat.conversation.AttachmentView.FileView;
import dev.natter.chat.conversation.AttachmentView.ImageView;
import dev.natter.chat.conversation.AttachmentView.VoiceView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message as clients see it, in its present state.
 *
 * @param text as it was typed, trimmed; null when the message is an attachment alone, or is deleted
 * @param replyTo what it quotes; where a message is stored, {@linkplain Quote#reference without content}
 * @param mentions members of a group whom the text mentions, each once, in the order of the text
 * @param reactions in the order in which each emoji was first used
 * @param sentAt by the clock of the replica that took it
 * @param hiddenFrom the other member of a direct conversation, who has blocked the sender; null when all members see it
 */
@RegisterForReflection
@Schema(
        name = "Message",
        description =
                "A message, in its present state. Text, one attachment (`image`, `file` or `voice`), or both; neither when deleted.")
public record MessageView(
        @Schema(required = true) String id,
        @Schema(required = true) String conversationId,
        @Schema(required = true, minimum = "1") long seq,
        @Schema(required = true) String senderId,
        @Schema(required = true, format = "uuid") String clientMessageId,
        @Schema(required = true, nullable = true) @Nullable String text,
        @Schema(required = true, nullable = true) @Nullable ImageView image,
        @Schema(required = true, nullable = true) @Nullable FileView file,
        @Schema(required = true, nullable = true) @Nullable VoiceView voice,
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
                description = "When the message was deleted for everyone. It then has neither text nor attachment.")
        @Nullable Instant deletedAt,

        @Schema(required = true, implementation = String.class, format = "date-time")
        Instant sentAt,

        @JsonIgnore @Schema(hidden = true) @Nullable String hiddenFrom) {

    public MessageView {
        // Conversations that were stored by an earlier version lack them.
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
        reactions = reactions == null ? List.of() : List.copyOf(reactions);
    }

    /** A message as it is sent. */
    public MessageView(
            String id,
            String conversationId,
            long seq,
            String senderId,
            String clientMessageId,
            @Nullable String text,
            @Nullable AttachmentView attachment,
            @Nullable Quote replyTo,
            List<String> mentions,
            Instant sentAt) {
        this(
                id,
                conversationId,
                seq,
                senderId,
                clientMessageId,
                text,
                attachment instanceof ImageView image ? image : null,
                attachment instanceof FileView file ? file : null,
                attachment instanceof VoiceView voice ? voice : null,
                replyTo,
                mentions,
                List.of(),
                null,
                null,
                sentAt,
                null);
    }

    /** A message as it is sent that neither quotes nor mentions. */
    public MessageView(
            String id,
            String conversationId,
            long seq,
            String senderId,
            String clientMessageId,
            @Nullable String text,
            @Nullable AttachmentView attachment,
            Instant sentAt) {
        this(id, conversationId, seq, senderId, clientMessageId, text, attachment, null, List.of(), sentAt);
    }

    /** Its image, file or voice message; it has at most one. */
    public @Nullable AttachmentView attachment() {
        if (image != null) {
            return image;
        }
        return file != null ? file : voice;
    }

    /** The same, hidden from this member. */
    public MessageView hiddenFrom(@Nullable String userId) {
        return with(text, replyTo, mentions, reactions, editedAt, deletedAt, userId);
    }

    /** The same as a member sees it who sees the log from {@code from} on: a quote of what the member may not see is that of a deleted message. */
    public MessageView visibleTo(String userId, long from) {
        return replyTo == null || replyTo.isVisibleTo(userId, from) ? this : quoting(replyTo.withdrawn(sentAt));
    }

    /** Passes the message on with those of these members who see it alike: those who may see what it quotes, and the others. */
    public void forViewers(
            Collection<String> memberIds,
            ToLongFunction<String> visibleFrom,
            BiConsumer<MessageView, Collection<String>> action) {
        var quote = replyTo;
        if (quote == null) {
            action.accept(this, memberIds);
            return;
        }
        memberIds.stream()
                .collect(Collectors.partitioningBy(id -> quote.isVisibleTo(id, visibleFrom.applyAsLong(id))))
                .forEach((isVisible, alike) -> {
                    if (!alike.isEmpty()) {
                        action.accept(isVisible ? this : quoting(quote.withdrawn(sentAt)), alike);
                    }
                });
    }

    /** The same, with this quote. */
    public MessageView quoting(@Nullable Quote quote) {
        return with(text, quote, mentions, reactions, editedAt, deletedAt, hiddenFrom);
    }

    /** The same after an edit. */
    public MessageView edited(@Nullable String text, List<String> mentions, Instant at) {
        return with(text, replyTo, mentions, reactions, at, deletedAt, hiddenFrom);
    }

    /** The same with these reactions. */
    public MessageView reacted(List<Reaction> reactions) {
        return with(text, replyTo, mentions, reactions, editedAt, deletedAt, hiddenFrom);
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
                null,
                null,
                List.of(),
                List.of(),
                editedAt,
                at,
                sentAt,
                hiddenFrom);
    }

    private MessageView with(
            @Nullable String text,
            @Nullable Quote replyTo,
            List<String> mentions,
            List<Reaction> reactions,
            @Nullable Instant editedAt,
            @Nullable Instant deletedAt,
            @Nullable String hiddenFrom) {
        return new MessageView(
                id,
                conversationId,
                seq,
                senderId,
                clientMessageId,
                text,
                image,
                file,
                voice,
                replyTo,
                mentions,
                reactions,
                editedAt,
                deletedAt,
                sentAt,
                hiddenFrom);
    }

    /** Leaves the text out: what people write must not reach a log. */
    @Override
    public String toString() {
        return "MessageView[id=%s, conversationId=%s, seq=%d]".formatted(id, conversationId, seq);
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
