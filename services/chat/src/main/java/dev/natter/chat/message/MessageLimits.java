package dev.natter.chat.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** What sending and reading may take at most. */
@ConfigMapping(prefix = "natter.message")
interface MessageLimits {

    /** Characters (code points) of a text after trimming. */
    @Min(1) @WithDefault("4000")
    int maxTextLength();

    /** Messages that one user may send over REST within a minute; the default is what a socket takes. */
    @Min(1) @WithDefault("1800")
    int postsPerMinute();
}
