package dev.natter.chat.socket;

import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** The new token is accepted; the connection lives until it expires. */
@RegisterForReflection
record AuthenticatedFrame(Instant expiresAt) implements ServerFrame {
    @Override
    public String type() {
        return "authenticated";
    }
}
