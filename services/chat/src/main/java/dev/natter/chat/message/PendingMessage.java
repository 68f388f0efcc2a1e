package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.MessageView.ImageView;
import dev.natter.chat.log.Entry;
import dev.natter.chat.log.PendingEntry;
import dev.natter.web.Refusal;
import dev.natter.web.ShownText;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed message that has no number yet.
 *
 * @param image the one it has, once that is verified
 * @param originConnectionId the connection it came on; null when it came over REST
 */
record PendingMessage(
        String id,
        IdempotencyKey key,
        @Nullable String text,
        @Nullable String imageId,
        @Nullable ImageView image,
        @Nullable String originConnectionId)
        implements PendingEntry {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

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
                text(command.text(), command.imageId(), maxTextLength),
                command.imageId(),
                null,
                command.originConnectionId());
    }

    private static @Nullable String text(@Nullable String raw, @Nullable String imageId, int maxLength) {
        var text = raw == null || ShownText.isBlank(raw) ? "" : raw.strip();
        if (text.isEmpty() && imageId == null) {
            throw Refusal.malformed("text", "must not be empty where there is no image");
        }
        if (text.codePointCount(0, text.length()) > maxLength) {
            throw Refusal.malformed("text", "must have at most " + maxLength + " characters");
        }
        if (hasLoneSurrogate(text)) {
            throw Refusal.malformed("text", "must be well-formed Unicode");
        }
        return text.isEmpty() ? null : text;
    }

    /** Half a character cannot be stored: it would come back as another one. */
    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    Author author() {
        return new Author(key.conversationId(), key.senderId());
    }

    PendingMessage with(ImageView verified) {
        return new PendingMessage(id, key, text, imageId, verified, originConnectionId);
    }

    @Override
    public Entry at(long seq, Instant time) {
        return new Entry.MessageSent(new MessageView(
                id, key.conversationId(), seq, key.senderId(), key.clientMessageId(), text, image, time));
    }

    /** Leaves the text out: what people write must not reach a log. */
    @Override
    public String toString() {
        return "PendingMessage[key=%s]".formatted(key);
    }
}
