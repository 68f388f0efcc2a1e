package dev.natter.chat.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The frames that concern the connection itself. */
@RegisterForReflection
sealed interface SocketFrame extends ServerFrame {

    /** The first frame of a connection: from now on nothing for this user is missed. */
    @RegisterForReflection
    record Ready(String userId, String connectionId, Instant serverTime) implements SocketFrame {
        @Override
        public String type() {
            return "ready";
        }
    }

    /** The new token is accepted; the connection lives until it expires. */
    @RegisterForReflection
    record Authenticated(Instant expiresAt) implements SocketFrame {
        @Override
        public String type() {
            return "authenticated";
        }
    }

    /** The token has expired: authenticate anew within half a minute. */
    @RegisterForReflection
    record TokenExpired() implements SocketFrame {
        @Override
        public String type() {
            return "token-expired";
        }
    }

    /** The session has ended; the connection is closed next. */
    @RegisterForReflection
    record SignedOut() implements SocketFrame {
        @Override
        public String type() {
            return "signed-out";
        }
    }

    /**
     * A frame was not understood, or refused. The connection lives on.
     *
     * @param clientMessageId of the frame it answers, when that had one
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(String code, String detail, @Nullable String clientMessageId) implements SocketFrame {
        @Override
        public String type() {
            return "error";
        }
    }
}
