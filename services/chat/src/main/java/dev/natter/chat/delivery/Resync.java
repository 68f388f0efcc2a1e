package dev.natter.chat.delivery;

import dev.natter.chat.presence.MissedFrames;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** Tells connections of this replica to fetch what they lack. */
@ApplicationScoped
class Resync implements MissedFrames {

    private final Connections connections;
    private final String frame;

    Resync(Connections connections, FrameEncoder encoder) {
        this.connections = connections;
        this.frame = encoder.encode(new ResyncFrame()).text();
    }

    @Override
    public void by(Collection<String> userIds) {
        for (var userId : userIds) {
            connections.of(userId).forEach(connection -> connection.send(frame));
        }
    }

    @Override
    public void byAnybody() {
        connections.all().forEach(connection -> connection.send(frame));
    }
}
