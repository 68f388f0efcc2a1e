package dev.natter.chat.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest entry of a log, as its conversation shows it.
 *
 * @param message null when the entry is none
 */
public record LogHead(
        String conversationId,
        long seq,
        Instant at,
        @Nullable MessageView message) {}
