package dev.natter.chat.socket;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Shorter times for the doors under test; the rules themselves are tested with a clock that is turned by hand. */
@QuarkusTestResource(SocketBed.class)
public class SocketBed implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "NATTER_SOCKET_TOKEN_GRACE", "3s",
                "NATTER_SOCKET_SILENCE", "6s",
                "NATTER_SOCKET_PING", "1S",
                "NATTER_PRESENCE_GRACE", "2s",
                "NATTER_PRESENCE_RENEWAL", "2s",
                "NATTER_SOCKET_CONNECTIONS_PER_USER", "5",
                "NATTER_DELIVERY_PENDING_FRAMES", "200");
    }

    @Override
    public void stop() {}
}
