package dev.natter.chat.conversation;

/** How starting a conversation ended well. */
sealed interface StartOutcome {

    /** The conversation, as the one who started it sees it. */
    ConversationView conversation();

    /** It is new; every member has been told. */
    record Started(ConversationView conversation) implements StartOutcome {}

    /** These two had one already. */
    record Existing(ConversationView conversation) implements StartOutcome {}
}
