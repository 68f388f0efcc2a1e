package dev.natter.chat.socket;

import org.jspecify.annotations.Nullable;

/**
 * A frame from client to server, decoded once. What it says is not checked yet beyond its shape; who says it is never in it.
 *
 * <ul>
 *   <li>{@code {"type":"send","conversationId","clientMessageId","text"?,"imageId"?}} is answered by {@code sent}
 *   <li>{@code {"type":"read","conversationId","seq"}} makes {@code read} for all members' connections
 *   <li>{@code {"type":"delivered","conversationId","seq"}} makes {@code delivered} for the other members' connections
 *   <li>{@code {"type":"typing","conversationId","typing"}} makes {@code typing} for the other members
 *   <li>{@code {"type":"authenticate","accessToken"}} is answered by {@code authenticated}
 * </ul>
 *
 * Whatever is not understood or refused is answered by {@code error {code,detail,clientMessageId?}}, and the connection
 * lives on.
 */
sealed interface ClientFrame {

    /** Send a message. */
    record Send(
            String conversationId,
            String clientMessageId,
            @Nullable String text,
            @Nullable String imageId) implements ClientFrame {

        /** Leaves the text out: what people write must not reach a log. */
        @Override
        public String toString() {
            return "Send[conversationId=%s, clientMessageId=%s]".formatted(conversationId, clientMessageId);
        }
    }

    /** Have read everything up to a message. */
    record Read(String conversationId, long seq) implements ClientFrame {}

    /** Have everything up to a message on this device. */
    record Delivered(String conversationId, long seq) implements ClientFrame {}

    /** Am writing, or not any more. */
    record Typing(String conversationId, boolean typing) implements ClientFrame {}

    /** Go on with this token. */
    record Authenticate(String accessToken) implements ClientFrame {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Authenticate[]";
        }
    }
}
