package dev.natter.chat.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How much is kept for whom before it is given up; a client fetches what it was not sent. */
@ConfigMapping(prefix = "natter.delivery")
public interface DeliveryConfig {

    /** Frames that may wait for one connection to take them; one more ends it with 4413. */
    @WithDefault("500")
    @Min(1) int pendingFrames();

    /** Characters in all those frames together. */
    @WithDefault("2097152")
    @Min(1) int pendingCharacters();

    /** Connections one user may have to this replica; one more ends his oldest with 4429. */
    @WithDefault("50")
    @Min(1) int connectionsPerUser();

    /** Connections to this replica; further ones are refused with 503. */
    @WithDefault("50000")
    @Min(1) int connections();

    /** How long a frame that came too early is held back for the ones before it; 0 turns it off. */
    @WithDefault("250ms")
    Duration holdBack();

    /** Conversations whose order is watched at once; those that were quiet longest are forgotten first. */
    @WithDefault("20000")
    @Min(64) int watchedConversations();

    /** Frames of one conversation that may be held back at once. */
    @WithDefault("64")
    @Min(1) int heldBack();

    /** Characters that may wait to be sent to one other replica; beyond them, those concerned are told to resync later. */
    @WithDefault("8388608")
    @Min(1) int outboxCharacters();
}
