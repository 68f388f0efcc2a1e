package dev.natter.chat.receipt;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A member has come this far in a conversation.
 *
 * @param type {@code read}: the member has read up to here; {@code delivered}: it has reached one of the member's devices
 */
@RegisterForReflection
public record ReceiptFrame(String type, String conversationId, String userId, long seq, Instant at)
        implements ServerFrame {

    static final String READ = "read";
    static final String DELIVERED = "delivered";

    @JsonIgnore
    boolean isRead() {
        return type.equals(READ);
    }
}
