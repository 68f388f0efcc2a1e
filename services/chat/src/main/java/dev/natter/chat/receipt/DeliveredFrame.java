package dev.natter.chat.receipt;

import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** The messages up to this one have reached a device of another member. */
@RegisterForReflection
public record DeliveredFrame(String conversationId, String userId, long seq, Instant at) implements ServerFrame {
    @Override
    public String type() {
        return "delivered";
    }
}
