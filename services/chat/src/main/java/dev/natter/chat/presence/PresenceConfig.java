package dev.natter.chat.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** Limits of presence. */
@ConfigMapping(prefix = "natter.presence")
interface PresenceConfig {

    /** Users whose presence one request may ask for. */
    @WithDefault("100")
    @Min(1) int mostAsked();
}
