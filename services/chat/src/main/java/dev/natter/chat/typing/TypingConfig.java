package dev.natter.chat.typing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long somebody counts as writing, and how often it is said. */
@ConfigMapping(prefix = "natter.typing")
interface TypingConfig {

    /** How long one {@code typing:true} lasts. */
    @WithDefault("6s")
    Duration lasts();

    /** What is repeated sooner than this is not passed on; less than it lasts. */
    @WithDefault("2500ms")
    Duration pause();
}
