package dev.natter.chat.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** What sending and reading may take at most. */
@ConfigMapping(prefix = "natter.message")
interface MessageLimits {

    /** Characters (code points) of a text after trimming. */
    @Min(1) @WithDefault("4000")
    int maxTextLength();

    /** Messages that one user may send over REST within a minute; the default is what a socket takes. */
    @Min(1) @WithDefault("1800")
    int postsPerMinute();

    /**
     * How long a number without a message may belong to a send that is still under way. Older ones are given up, so that
     * nobody waits for them.
     */
    @WithDefault("2S")
    Duration gapPatience();

    /** How many sends of one conversation may wait for their number on one replica before more are refused. */
    @Min(1) @WithDefault("1000")
    int maxWaiting();

    /** How long a send may wait for its number before it is refused. */
    @WithDefault("5S")
    Duration maxWait();
}
