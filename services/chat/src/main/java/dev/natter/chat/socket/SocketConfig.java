package dev.natter.chat.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Limits of a connection. */
@ConfigMapping(prefix = "natter.socket")
interface SocketConfig {

    /** The public origin; pages of other origins may not open a socket. */
    String publicOrigin();

    /** How long a peer may send nothing, pongs included, before it is closed. */
    @WithDefault("60s")
    Duration silence();

    /** How long a connection lives on after its token has expired, for the client to authenticate anew. */
    @WithDefault("30s")
    Duration tokenGrace();

    /** Frames a second that are not a flood. */
    @WithDefault("30")
    @Min(1) int framesPerSecond();

    /** Frames a second of all connections of one user to this replica that are not a flood. */
    @WithDefault("90")
    @Min(1) int framesPerSecondPerUser();

    /** For how long more than that makes a flood. */
    @WithDefault("5s")
    Duration floodWindow();

    /** Frames of one connection in flight at once; further ones wait in order. */
    @WithDefault("16")
    @Min(1) int inFlight();

    /** Frames of one connection that may wait; further ones are refused with {@code busy}. */
    @WithDefault("200")
    @Min(1) int waitingFrames();

    /** Characters of the frames that may wait. */
    @WithDefault("1048576")
    @Min(65_536) int waitingCharacters();

    /** How long frames and requests in flight may take when this replica shuts down. */
    @WithDefault("6s")
    Duration drain();

    /** How long peers may take to close when this replica shuts down; then as long again to remove their leases. */
    @WithDefault("3s")
    Duration goodbye();
}
