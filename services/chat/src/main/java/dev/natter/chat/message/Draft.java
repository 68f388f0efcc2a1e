package dev.natter.chat.message;

import dev.natter.chat.conversation.ImageView;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.Place;
import dev.natter.web.Refusal;
import dev.natter.web.ShownText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message that may be stored as far as it alone can tell: only its number is missing, and its image if it is to have one.
 *
 * @param imageId the image it is to have
 * @param image the one it has
 */
record Draft(
        String id,
        Key key,
        @Nullable String text,
        @Nullable String imageId,
        @Nullable ImageView image) {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** What makes two sends the same one. */
    record Key(String conversationId, String senderId, String clientMessageId) {

        static Key of(MessageView sent) {
            return new Key(sent.conversationId(), sent.senderId(), sent.clientMessageId());
        }
    }

    /** Whose messages in which conversation keep their order. */
    record Author(String conversationId, String senderId) {}

    /** Refuses with 400 what is malformed. */
    static Draft of(SendMessageCommand command, String id, int maxTextLength) {
        var clientMessageId = command.clientMessageId();
        if (clientMessageId == null || !UUID.matcher(clientMessageId).matches()) {
            throw Refusal.malformed("clientMessageId", "must be a UUID");
        }
        var text = text(command.text(), command.imageId(), maxTextLength);
        return new Draft(
                id,
                new Key(command.conversationId(), command.senderId(), clientMessageId),
                text,
                command.imageId(),
                null);
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

    /** The same with its image. */
    Draft with(ImageView verified) {
        return new Draft(id, key, text, imageId, verified);
    }

    MessageView at(Place place) {
        return new MessageView(
                id,
                key.conversationId(),
                place.seq(),
                key.senderId(),
                key.clientMessageId(),
                text,
                image,
                place.takenAt());
    }

    /** Leaves the text out: what people write must not reach a log. */
    @Override
    public String toString() {
        return "Draft[key=%s]".formatted(key);
    }
}
