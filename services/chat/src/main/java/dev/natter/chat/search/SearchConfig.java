package dev.natter.chat.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Search in messages. */
@ConfigMapping(prefix = "natter.search")
interface SearchConfig {

    /** Searches of one user within a minute. */
    @Min(1) @WithDefault("120")
    int queriesPerMinute();

    /** A log without new entries for so long is indexed up to its end; until then its last entries are read when searching. */
    @WithDefault("1m")
    Duration idle();

    /** How often logs are indexed that have become longer by a segment, or have changed. */
    @WithDefault("1s")
    Duration interval();

    /** Conversations that are checked at each interval after a start, for entries that were not indexed. */
    @Min(1) @WithDefault("20")
    int backfillBatch();
}
