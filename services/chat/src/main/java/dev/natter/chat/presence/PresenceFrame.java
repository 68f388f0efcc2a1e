package dev.natter.chat.presence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.natter.chat.delivery.ServerFrame;
import dev.natter.events.DeliveryEvent.Version;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user with whom the receiver shares a conversation came online, or went offline.
 *
 * @param version orders the changes of the user; null for the present state, which is no change
 */
@RegisterForReflection
@JsonTypeName("presence")
public record PresenceFrame(
        String userId,
        boolean online,
        @Nullable Instant lastSeenAt,
        @JsonIgnore @Nullable Long version) implements ServerFrame {

    static Version version(String userId, long number) {
        return new Version("presence:" + userId, number);
    }

    @Override
    public @Nullable Version versionOf() {
        return version == null ? null : version(userId, version);
    }
}
