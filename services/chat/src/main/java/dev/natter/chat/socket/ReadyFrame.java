package dev.natter.chat.socket;

import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** The first frame of a connection: from now on nothing for this user is missed. */
@RegisterForReflection
record ReadyFrame(String userId, String connectionId, Instant serverTime) implements ServerFrame {
    @Override
    public String type() {
        return "ready";
    }
}
