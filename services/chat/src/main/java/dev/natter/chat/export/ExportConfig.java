package dev.natter.chat.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** Exports of accounts. */
@ConfigMapping(prefix = "natter.export")
interface ExportConfig {

    /** Exports that one user may begin within an hour, one at a time. */
    @Min(1) @WithDefault("3")
    int perHour();

    /** Exports that one replica writes at the same time. */
    @Min(1) @WithDefault("8")
    int concurrent();
}
