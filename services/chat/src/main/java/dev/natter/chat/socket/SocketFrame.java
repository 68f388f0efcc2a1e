package dev.natter.chat.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@RegisterForReflection
sealed interface SocketFrame extends ServerFrame {

    /** The first frame of a connection: from now on nothing for this user is missed. */
    @RegisterForReflection
    @JsonTypeName("ready")
    record Ready(String userId, String connectionId, Instant serverTime) implements SocketFrame {}

    /** The new token is accepted; the connection lives until it expires. */
    @RegisterForReflection
    @JsonTypeName("authenticated")
    record Authenticated(Instant expiresAt) implements SocketFrame {}

    /** The token has expired: authenticate anew within half a minute. */
    @RegisterForReflection
    @JsonTypeName("token-expired")
    record TokenExpired() implements SocketFrame {}

    /** The session has ended; the connection is closed next. */
    @RegisterForReflection
    @JsonTypeName("signed-out")
    record SessionEnded() implements SocketFrame {}

    /** A frame was not understood, or refused; with the {@code clientMessageId} of that frame, if it had one. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonTypeName("error")
    record Refused(String code, String detail, @Nullable String clientMessageId) implements SocketFrame {}
}
