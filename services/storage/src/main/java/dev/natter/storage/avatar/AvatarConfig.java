package dev.natter.storage.avatar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Limits on photos of people and groups. */
@ConfigMapping(prefix = "natter.avatar")
public interface AvatarConfig {

    /** Bytes of one photo. */
    @Min(65_536) @Max(10_485_760) @WithDefault("1048576")
    int maxBytes();

    /** Pixels a side. */
    @Min(1) @Max(4096) @WithDefault("512")
    int maxSide();

    /** Photos that one user may set or remove an hour. */
    @Min(1) @WithDefault("20")
    int changesPerHour();

    /** Photos that are received at the same time; each is in memory while it is. More get 503. */
    @Min(1) @Max(256) @WithDefault("16")
    int uploads();

    /** Lifetime of a photo's URL in the bucket. */
    @WithDefault("10m")
    Duration linkLifetime();
}
