package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.MessageView.ImageView;
import dev.natter.chat.conversation.MessageView.Quote;
import dev.natter.chat.log.Entry;
import dev.natter.chat.log.MessageId;
import dev.natter.chat.log.PendingEntry;
import dev.natter.web.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
        @Nullable String imageId,
        @Nullable String replyTo,
        @Nullable String originConnectionId,
        Content content)
        implements PendingEntry {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    /** What a message refers to: its image, what it quotes, and whom it mentions. */
    record Content(@Nullable ImageView image, @Nullable Quote quote, List<String> mentions) {
        static final Content NONE = new Content(null, null, List.of());
    }

    /** Whose messages in which conversation keep their order. */
    record Author(String conversationId, String senderId) {}

    /** Refuses with 400 what is malformed. UUIDs of either case are the same, and lower case from here on. */
    static PendingMessage of(SendMessageCommand command, String id, int maxTextLength) {
        var clientMessageId = command.clientMessageId();
        if (clientMessageId == null || !UUID.matcher(clientMessageId).matches()) {
            throw Refusal.malformed("clientMessageId", "must be a UUID");
        }
        return new PendingMessage(
                id,
                new IdempotencyKey(
                        command.conversationId(), command.senderId(), clientMessageId.toLowerCase(Locale.ROOT)),
                MessageText.of(command.text(), command.imageId() != null, maxTextLength),
                command.imageId(),
                command.replyTo(),
                command.originConnectionId(),
                Content.NONE);
    }

    Author author() {
        return new Author(key.conversationId(), key.senderId());
    }

    /** Whether it refers to nothing that is to be looked up first. */
    boolean isPlain() {
        return imageId == null && replyTo == null && !Mentions.mayBeIn(text);
    }

    PendingMessage with(Content found) {
        return new PendingMessage(id, key, text, imageId, replyTo, originConnectionId, found);
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
                content.image(),
                content.quote(),
                content.mentions(),
                List.of(),
                null,
                null,
                time,
                null));
    }

    /** Leaves the text out: what people write must not reach a log. */
    @Override
    public String toString() {
        return "PendingMessage[key=%s]".formatted(key);
    }
}
