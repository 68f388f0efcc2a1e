package dev.natter.chat.online;

import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody one shares a conversation with has come, or is gone.
 *
 * @param lastSeenAt when he left; null while he is here
 */
@RegisterForReflection
public record PresenceFrame(
        String userId, boolean online, @Nullable Instant lastSeenAt) implements ServerFrame {
    @Override
    public String type() {
        return "presence";
    }
}
