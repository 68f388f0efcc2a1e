package dev.natter.chat.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** The door for what every replica tells its own connections. */
@ApplicationScoped
public class HereOnly {

    private final FrameEncoder encoder;
    private final LocalDelivery local;

    HereOnly(FrameEncoder encoder, LocalDelivery local) {
        this.encoder = encoder;
        this.local = local;
    }

    /** Hands the frame to the connections that these users have to this replica; never waits. */
    public void push(Collection<String> userIds, ServerFrame frame) {
        if (!userIds.isEmpty()) {
            local.deliver(userIds, encoder.encode(frame), null);
        }
    }
}
