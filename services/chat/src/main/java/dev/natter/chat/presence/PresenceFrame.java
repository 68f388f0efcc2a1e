package dev.natter.chat.presence;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user with whom the receiver shares a conversation came online, or went offline. */
@RegisterForReflection
@JsonTypeName("presence")
public record PresenceFrame(
        String userId, boolean online, @Nullable Instant lastSeenAt) implements ServerFrame {}
