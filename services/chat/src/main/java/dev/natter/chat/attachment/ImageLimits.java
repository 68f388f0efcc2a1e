package dev.natter.chat.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** What images may take at most, and for how long. */
@ConfigMapping(prefix = "natter.image")
interface ImageLimits {

    /** Bytes of one image. */
    @Min(1) @Max(10_485_760) @WithDefault("10485760")
    long maxBytes();

    /** Pixels a side. */
    @Min(1) @Max(65_535) @WithDefault("12000")
    int maxSide();

    /** Uploads that one user may begin within an hour. */
    @Min(1) @WithDefault("200")
    int uploadsPerHour();

    /** Images that are inspected at the same time; each is in memory while it is. */
    @Min(1) @Max(64) @WithDefault("4")
    int inspections();

    /** Images that may wait for their inspection; more are answered with 503. */
    @Min(1) @WithDefault("256")
    int waitingInspections();

    /** How long an inspection may take, with the wait for it; what the same person sends meanwhile waits, too. */
    @WithDefault("10s")
    Duration patience();

    /** How long the URL of an upload is good. */
    @WithDefault("10m")
    Duration uploadLifetime();

    /** How long the URL of an image is good. */
    @WithDefault("5m")
    Duration linkLifetime();

    /** How long an image may wait to be used in a message before it is deleted. */
    @WithDefault("24h")
    Duration unusedLifetime();

    /** How often what was never used is looked for. */
    @WithDefault("10m")
    Duration sweep();
}
