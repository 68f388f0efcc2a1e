package dev.natter.chat.delivery;

import java.time.Duration;

/** Limits small enough to be reached by hand. */
record Limits(int pendingFrames, int pendingCharacters, Duration holdBack, int heldBack, int outboxCharacters)
        implements DeliveryConfig {

    static final Limits SMALL = new Limits(3, 100, Duration.ofMillis(250), 4, 1_000);

    @Override
    public int connectionsPerUser() {
        return 2;
    }

    @Override
    public int connections() {
        return 4;
    }

    @Override
    public int watchedConversations() {
        return 128;
    }
}
