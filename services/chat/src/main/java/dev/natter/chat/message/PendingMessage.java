package dev.natter.chat.message;

import dev.natter.chat.attachment.AttachmentId;
import dev.natter.chat.conversation.AttachmentView;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.Quote;
import dev.natter.chat.log.Entry;
import dev.natter.chat.log.MessageId;
import dev.natter.chat.log.PendingEntry;
import dev.natter.web.ApiException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed message that has no number yet.
 *
 * @param id unique; the message's own id has its number in it
 * @param originConnectionId the connection it came on; null when it came over REST
 * @param content what it refers to, once that is looked up
 */
record PendingMessage(
        String id,
        IdempotencyKey key,
        @Nullable String text,
        @Nullable AttachmentId attachment,
        @Nullable String replyTo,
        @Nullable String originConnectionId,
        Content content)
        implements PendingEntry {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    /**
     * What a message refers to: its attachment, what it quotes, and whom it mentions.
     *
     * @param visibleFrom from which entry on each member sees the log, and so what is quoted
     */
    record Content(
            @Nullable AttachmentView attachment,
            @Nullable Quote quote,
            List<String> mentions,
            ToLongFunction<String> visibleFrom) {
        static final Content NONE = new Content(null, null, List.of(), userId -> 0);
    }

    /** Whose messages in which conversation keep their order. */
    record Author(String conversationId, String senderId) {}

    /** Refuses with 400 what is malformed. UUIDs of either case are the same, and lower case from here on. */
    static PendingMessage of(SendMessageCommand command, String id, int maxTextLength) {
        var clientMessageId = command.clientMessageId();
        if (clientMessageId == null || !UUID.matcher(clientMessageId).matches()) {
            throw ApiException.malformed("clientMessageId", "must be a UUID");
        }
        var attachment = AttachmentId.of(command.imageId(), command.fileId(), command.voiceId());
        return new PendingMessage(
                id,
                new IdempotencyKey(
                        command.conversationId(), command.senderId(), clientMessageId.toLowerCase(Locale.ROOT)),
                MessageText.of(command.text(), attachment != null, maxTextLength),
                attachment,
                command.replyTo(),
                command.originConnectionId(),
                Content.NONE);
    }

    Author author() {
        return new Author(key.conversationId(), key.senderId());
    }

    /** Whether it refers to nothing that is to be looked up first. */
    boolean isPlain() {
        return attachment == null && replyTo == null && !Mentions.mayBeIn(text);
    }

    PendingMessage with(Content found) {
        return new PendingMessage(id, key, text, attachment, replyTo, originConnectionId, found);
    }

    @Override
    public Entry at(long seq, Instant time) {
        return new Entry.MessageSent(new MessageView(
                MessageId.of(seq, id),
                key.conversationId(),
                seq,
                key.senderId(),
                key.clientMessageId(),
                text,
                content.attachment(),
                content.quote(),
                content.mentions(),
                time));
    }

    /** Leaves the text out: what people write must not reach a log. */
    @Override
    public String toString() {
        return "PendingMessage[key=%s]".formatted(key);
    }
}
