package dev.natter.chat.socket;

import org.jspecify.annotations.Nullable;

/** A frame from client to server, checked for its shape only. The connection, not the frame, says whose it is. */
sealed interface ClientFrame {

    /** Sends a message; answered by {@code sent}. */
    record Send(
            String conversationId,
            String clientMessageId,
            @Nullable String text,
            @Nullable String imageId,
            @Nullable String fileId,
            @Nullable String voiceId,
            @Nullable String replyTo)
            implements ClientFrame {

        /** Leaves the text out: message texts must not reach a log. */
        @Override
        public String toString() {
            return "Send[conversationId=%s, clientMessageId=%s]".formatted(conversationId, clientMessageId);
        }
    }

    /** The user has read everything up to here. */
    record Read(String conversationId, long seq) implements ClientFrame {}

    /** Everything up to here has reached this device. */
    record Delivered(String conversationId, long seq) implements ClientFrame {}

    /** The user is typing, or no longer. */
    record Typing(String conversationId, boolean typing) implements ClientFrame {}

    /** A person can see this client now, or no longer. */
    record Visible(boolean visible) implements ClientFrame {}

    /** The connection is to live on with this token; answered by {@code authenticated}. */
    record Authenticate(String accessToken) implements ClientFrame {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Authenticate[]";
        }
    }
}
