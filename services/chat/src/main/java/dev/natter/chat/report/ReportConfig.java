package dev.natter.chat.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.util.Optional;

/** Reports of people. */
@ConfigMapping(prefix = "natter.report")
interface ReportConfig {

    /** The mail address of the operator that gets reports. Default: none, reports are audit events alone. */
    Optional<String> to();

    /** Reports that one user may make a day. */
    @Min(1) @WithDefault("10")
    int perDay();
}
