package dev.natter.chat.socket;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.chat.routing.ConnectionRegistry;
import dev.natter.events.UserEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears on every replica that a session is over. May hear it twice, and not at all while the broker is away: then
 * {@link SessionRevalidation} finds out.
 */
@ApplicationScoped
class SessionEndedConsumer {

    private static final Logger LOG = Logger.getLogger(SessionEndedConsumer.class);

    private final ObjectMapper json;
    private final ConnectionRegistry registry;
    private final SignOut signOut;

    SessionEndedConsumer(ObjectMapper json, ConnectionRegistry registry, SignOut signOut) {
        this.json = json;
        this.registry = registry;
        this.signOut = signOut;
    }

    @Incoming("session-events")
    Uni<Void> on(byte[] body) {
        try {
            if (json.readValue(body, UserEvent.class) instanceof UserEvent.SessionEnded sessionEnded) {
                // Noted before the connections are closed, so that the user is offline with the last of them.
                var noted = registry.signedOut(sessionEnded.userId());
                signOut.handle(sessionEnded.sessionId());
                return noted;
            }
        } catch (IOException malformed) {
            LOG.warnf("A message on user-events is no event (%d bytes)", body.length);
        }
        return Uni.createFrom().voidItem();
    }
}
