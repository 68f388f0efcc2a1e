package dev.natter.chat.socket;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Shorter times for the doors under test; the rules themselves are tested with a clock that is turned by hand. */
@QuarkusTestResource(SocketBed.class)
public class SocketBed implements QuarkusTestResourceLifecycleManager {

    static final String PUSH_KEY =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "NATTER_SOCKET_TOKEN_GRACE", "3s",
                "NATTER_SOCKET_SILENCE", "6s",
                "NATTER_SOCKET_PING", "1S",
                "NATTER_PRESENCE_GRACE", "2s",
                "NATTER_PRESENCE_RENEWAL", "2s",
                "NATTER_PUSH_PUBLIC_KEY", PUSH_KEY,
                "NATTER_PUSH_PAUSE", "2s",
                "NATTER_SOCKET_CONNECTIONS_PER_USER", "5",
                "NATTER_DELIVERY_PENDING_FRAMES", "200");
    }

    @Override
    public void stop() {}
}
