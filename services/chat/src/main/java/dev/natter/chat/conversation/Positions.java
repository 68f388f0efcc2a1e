package dev.natter.chat.conversation;

import java.util.Map;

/** How far members of some conversations have come; whoever is not in it has not begun. */
public final class Positions {

    private final Map<String, Map<String, Position>> byConversation;

    /** Positions by conversation, and by member in it. */
    public Positions(Map<String, Map<String, Position>> byConversation) {
        this.byConversation = Map.copyOf(byConversation);
    }

    public Position of(String conversationId, String userId) {
        return byConversation.getOrDefault(conversationId, Map.of()).getOrDefault(userId, Position.START);
    }

    /** How far one member has come in one conversation: delivered to one of the member's devices, and read. */
    public record Position(long delivered, long read) {

        public static final Position START = new Position(0, 0);

        /** What both have reached. */
        Position lower(Position other) {
            return new Position(Math.min(delivered, other.delivered), Math.min(read, other.read));
        }
    }
}
