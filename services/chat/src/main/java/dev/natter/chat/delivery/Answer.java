package dev.natter.chat.delivery;

/**
 * What the connection that something came from gets in place of the frame that all others get: in the same turn, so that
 * neither overtakes what comes before or after it in the conversation.
 *
 * @param connectionId of this replica
 */
public record Answer(String connectionId, ServerFrame frame) {}
