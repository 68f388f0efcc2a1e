package dev.natter.chat.conversation;

import java.util.Map;

/** How far members of some conversations have come; whoever is not in it has not begun. */
public final class Positions {

    private final Map<String, Map<String, Position>> byConversation;

    /** Positions by conversation, and by member in it. */
    public Positions(Map<String, Map<String, Position>> byConversation) {
        this.byConversation = Map.copyOf(byConversation);
    }

    /** How far this member has come in this conversation. */
    public Position of(String conversationId, String userId) {
        return byConversation.getOrDefault(conversationId, Map.of()).getOrDefault(userId, Position.START);
    }

    /**
     * How far one member has come in one conversation.
     *
     * @param delivered up to here the messages have reached one of the member's devices
     * @param read up to here the member has seen them
     */
    public record Position(long delivered, long read) {

        /** Nothing has reached the member yet. */
        public static final Position START = new Position(0, 0);

        /** What both have reached. */
        Position lower(Position other) {
            return new Position(Math.min(delivered, other.delivered), Math.min(read, other.read));
        }
    }
}
