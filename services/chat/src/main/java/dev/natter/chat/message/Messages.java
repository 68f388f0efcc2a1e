package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every message ever sent. A number in a conversation belongs to one message, or is a filler: given up, so that no message
 * can have it any more. Fillers are never shown and never counted.
 */
interface Messages {

    /** What this sender stored under this client id; null when nothing. */
    Uni<@Nullable MessageView> find(Draft.Key key);

    /**
     * Adds the message; false, and nothing added, when its number is gone or its sender has stored one under its client
     * id.
     */
    Uni<Boolean> add(MessageView message);

    /** Gives up these numbers, as far as no message has them. */
    Uni<Void> giveUp(String conversationId, Collection<Long> seqs);

    /** The messages with the lowest numbers above {@code after}, ascending. */
    Uni<List<MessageView>> following(String conversationId, long after, int limit);

    /** The messages with the highest numbers below {@code before}, descending. */
    Uni<List<MessageView>> preceding(String conversationId, long before, int limit);

    /** The senders of the messages with the highest numbers up to {@code seq}. */
    Uni<Set<String>> authors(String conversationId, long seq, int limit);

    /**
     * The senders of the messages with higher numbers than these, the latest first, each once.
     *
     * @param above number by conversation
     */
    Uni<Map<String, List<String>>> speakers(Map<String, Long> above);

    /** The numbers strictly between these two that have been given up. */
    Uni<List<Long>> givenUp(String conversationId, long above, long below);

    /**
     * How many messages of others than this user have higher numbers than these.
     *
     * @param above number by conversation; the answer has every one of these
     */
    Uni<Map<String, Long>> countByOthers(String userId, Map<String, Long> above);

    /** Whether anybody else has a message with a number strictly between these two. */
    Uni<Boolean> anyByOthers(String conversationId, String senderId, long above, long below);

    /** How many numbers strictly between these two belong to messages of this sender, or have been given up. */
    Uni<Long> countOwnAndFillers(String conversationId, String senderId, long above, long below);
}
