package dev.natter.chat.attachment;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** What attachments may take at most, and for how long. */
@ConfigMapping(prefix = "natter.attachment")
interface AttachmentLimits {

    /** Bytes that one user may have stored; more uploads get 422 `storage_full`. 0: as many as there is room for. */
    @WithDefault("5G")
    MemorySize storagePerUser();

    /** Bytes of one image. */
    @Min(1) @Max(10_485_760) @WithDefault("10485760")
    long imageMaxBytes();

    /** Pixels a side of an image. */
    @Min(1) @Max(65_535) @WithDefault("12000")
    int imageMaxSide();

    /** Images that one user may upload an hour. */
    @Min(1) @WithDefault("200")
    int imageUploadsPerHour();

    /** Bytes of one file. */
    @Min(1) @Max(104_857_600) @WithDefault("104857600")
    long fileMaxBytes();

    /** Files that one user may upload an hour. */
    @Min(1) @WithDefault("200")
    int fileUploadsPerHour();

    /** Lifetime of the upload URLs of a file. */
    @WithDefault("1h")
    Duration fileUploadLifetime();

    /** Bytes of one voice message. */
    @Min(1) @Max(10_485_760) @WithDefault("10485760")
    long voiceMaxBytes();

    /** Duration of one voice message, as its sender declares it. */
    @WithDefault("10m")
    Duration voiceMaxDuration();

    /** Voice messages that one user may upload an hour. */
    @Min(1) @WithDefault("200")
    int voiceUploadsPerHour();

    /** Images that are inspected at the same time; each is in memory while it is. */
    @Min(1) @Max(64) @WithDefault("4")
    int inspections();

    /** Attachments of a kind that may wait for their check; more get 503. */
    @Min(1) @WithDefault("256")
    int waitingInspections();

    /** Maximum time of the check of an attachment, its wait included; later messages of the same sender wait for it. */
    @WithDefault("10s")
    Duration timeout();

    /** Lifetime of the upload URL of an image or a voice message. */
    @WithDefault("10m")
    Duration uploadLifetime();

    /** Lifetime of the URL of an attachment. */
    @WithDefault("5m")
    Duration linkLifetime();

    /** How long an attachment without a message is kept. */
    @WithDefault("24h")
    Duration unusedLifetime();

    /** Interval between sweeps for unused attachments. */
    @WithDefault("10m")
    Duration sweep();
}
