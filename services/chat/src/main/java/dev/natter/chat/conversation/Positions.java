package dev.natter.chat.conversation;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far members of some conversations have come; a member without one has not begun. */
public final class Positions {

    private final Map<String, Map<String, Position>> byConversation;

    /** Positions by conversation, and by member in it. */
    public Positions(Map<String, Map<String, Position>> byConversation) {
        this.byConversation = Map.copyOf(byConversation);
    }

    public Position of(String conversationId, String userId) {
        return byConversation.getOrDefault(conversationId, Map.of()).getOrDefault(userId, Position.START);
    }

    /**
     * The positions of one member in one conversation, and whether the member is notified of messages.
     *
     * @param joinedSeq from where on the member sees the conversation; 0 from its start
     * @param delivered up to here to one of the member's devices
     * @param mutedUntil null when it is not muted
     * @param markedUnread until the member reads it again
     */
    public record Position(
            long joinedSeq,
            long delivered,
            long read,
            @Nullable Instant mutedUntil,
            boolean markedUnread) {

        public static final Position START = new Position(0, 0);

        public Position(long delivered, long read) {
            this(0, delivered, read, null, false);
        }

        /** What both have reached. */
        Position lower(Position other) {
            return new Position(Math.min(delivered, other.delivered), Math.min(read, other.read));
        }
    }
}
