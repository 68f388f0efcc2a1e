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

    /** Uploads that one user may request an hour. */
    @Min(1) @WithDefault("200")
    int uploadsPerHour();

    /** Images that are inspected at the same time; each is in memory while it is. */
    @Min(1) @Max(64) @WithDefault("4")
    int inspections();

    /** Images that may wait for inspection; more get 503. */
    @Min(1) @WithDefault("256")
    int waitingInspections();

    /** Maximum time of an inspection, its wait included; later messages of the same sender wait for it. */
    @WithDefault("10s")
    Duration patience();

    /** Lifetime of an upload URL. */
    @WithDefault("10m")
    Duration uploadLifetime();

    /** Lifetime of an image URL. */
    @WithDefault("5m")
    Duration linkLifetime();

    /** How long an image without a message is kept. */
    @WithDefault("24h")
    Duration unusedLifetime();

    /** Interval between sweeps for unused images. */
    @WithDefault("10m")
    Duration sweep();
}
