package dev.natter.chat.receipt;

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

    /** The member has read up to this message. */
    public static ReceiptFrame read(String conversationId, String userId, long seq, Instant at) {
        return new ReceiptFrame(READ, conversationId, userId, seq, at);
    }

    /** Messages up to this one have reached a device of the member. */
    public static ReceiptFrame delivered(String conversationId, String userId, long seq, Instant at) {
        return new ReceiptFrame("delivered", conversationId, userId, seq, at);
    }
}
