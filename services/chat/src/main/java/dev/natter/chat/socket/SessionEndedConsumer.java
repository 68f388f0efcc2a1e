package dev.natter.chat.socket;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.natter.chat.online.SignedOut;
import dev.natter.events.UserEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears on every replica that a session is over. May hear it twice, and not at all while the broker is away: then
 * {@link Recheck} finds out.
 */
@ApplicationScoped
class SessionEndedConsumer {

    private static final Logger LOG = Logger.getLogger(SessionEndedConsumer.class);

    private final ObjectMapper json;
    private final SignedOut signedOut;
    private final SignOut signOut;

    SessionEndedConsumer(ObjectMapper json, SignedOut signedOut, SignOut signOut) {
        this.json = json;
        this.signedOut = signedOut;
        this.signOut = signOut;
    }

    @Incoming("session-events")
    Uni<Void> on(byte[] body) {
        try {
            if (json.readValue(body, UserEvent.class) instanceof UserEvent.SessionEnded sessionEnded) {
                // Before his connections are closed, so that he is gone for good with them.
                signedOut.by(sessionEnded.userId());
                signOut.handle(sessionEnded.sessionId());
            }
        } catch (IOException malformed) {
            LOG.warnf("A message on user-events is no event (%d bytes)", body.length);
        }
        return Uni.createFrom().voidItem();
    }
}
