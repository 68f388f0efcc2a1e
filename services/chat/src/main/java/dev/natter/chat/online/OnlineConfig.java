package dev.natter.chat.online;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** When somebody is said to be gone. */
@ConfigMapping(prefix = "natter.online")
interface OnlineConfig {

    /** How long after his last connection somebody still counts as online: as long as a page takes to load anew. */
    @WithDefault("5s")
    Duration grace();

    /** How long after a session of his has ended whoever goes is taken to go for good, at once. */
    @WithDefault("10s")
    Duration signedOut();

    /** People one may ask for at once. */
    @WithDefault("100")
    @Min(1) int mostAsked();
}
