package dev.natter.chat.typing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a member counts as typing, and how often it is shown. */
@ConfigMapping(prefix = "natter.typing")
interface TypingConfig {

    /** How long one {@code typing:true} lasts. */
    @WithDefault("6s")
    Duration lasts();

    /** A repeat sooner than this is not shown; less than it lasts. */
    @WithDefault("2500ms")
    Duration pause();
}
