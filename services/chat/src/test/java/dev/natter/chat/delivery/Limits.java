package dev.natter.chat.delivery;

import java.time.Duration;

/** Limits small enough to be reached by hand. */
public record Limits(
        int pendingFrames, int pendingCharacters, Duration reorderTimeout, int maxReordered, int remoteCharacters)
        implements DeliveryConfig {

    static final Limits SMALL = new Limits(3, 100, Duration.ofMillis(250), 4, 1_000);

    private static final int PLENTY = 1_000_000;

    /** Limits that no test reaches, but for what waits to be published to other replicas. */
    public static Limits large(int remoteCharacters) {
        return new Limits(PLENTY, PLENTY, Duration.ofMillis(250), 4, remoteCharacters);
    }

    @Override
    public int connectionsPerUser() {
        return pendingFrames == PLENTY ? PLENTY : 2;
    }

    @Override
    public int connections() {
        return 4;
    }

    @Override
    public int watchedConversations() {
        return 128;
    }

    @Override
    public Duration resyncSpread() {
        return Duration.ofSeconds(5);
    }
}
