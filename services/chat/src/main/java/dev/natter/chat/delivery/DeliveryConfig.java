package dev.natter.chat.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Limits of the queues between a frame and its sockets; a client fetches what it was not sent. */
@ConfigMapping(prefix = "natter.delivery")
public interface DeliveryConfig {

    /** Frames in the send queue of one connection; one more closes it with 4413. */
    @WithDefault("500")
    @Min(1) int pendingFrames();

    /** Characters in the send queue of one connection. */
    @WithDefault("2097152")
    @Min(1) int pendingCharacters();

    /** Connections of one user to this replica; one more closes the oldest with 4429. */
    @WithDefault("50")
    @Min(1) int connectionsPerUser();

    /** Connections to this replica; further ones are refused with 503. */
    @WithDefault("50000")
    @Min(1) int connections();

    /** How long a frame that came before its predecessor waits for it; 0 turns reordering off. */
    @WithDefault("250ms")
    Duration reorderTimeout();

    /** Conversations whose order is tracked at once. */
    @WithDefault("20000")
    @Min(64) int watchedConversations();

    /** Frames of one conversation that may wait for their predecessors at once. */
    @WithDefault("64")
    @Min(1) int maxReordered();

    /** Characters that may wait to be published to other replicas; recipients of further frames get a {@code resync}. */
    @WithDefault("8388608")
    @Min(1) int remoteCharacters();

    /** The time over which a {@code resync} of all connections is spread. */
    @WithDefault("5s")
    Duration resyncSpread();
}
