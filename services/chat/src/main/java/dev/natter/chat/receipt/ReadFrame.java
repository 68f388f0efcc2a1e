package dev.natter.chat.receipt;

import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** A member has read up to this message. */
@RegisterForReflection
public record ReadFrame(String conversationId, String userId, long seq, Instant at) implements ServerFrame {
    @Override
    public String type() {
        return "read";
    }
}
