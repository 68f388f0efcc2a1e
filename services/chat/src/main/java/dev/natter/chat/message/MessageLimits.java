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

    /** Edits, deletions and reactions of one user within a minute. */
    @Min(1) @WithDefault("600")
    int changesPerMinute();

    /** Messages whose receipts one user may read within a minute. */
    @Min(1) @WithDefault("600")
    int receiptsPerMinute();

    /** How long a message can be edited after it was sent. */
    @WithDefault("24h")
    Duration editWindow();

    /** Different reactions to one message. */
    @Min(1) @WithDefault("20")
    int maxReactions();

    /** Members of a conversation whose receipts are listed. */
    @Min(2) @WithDefault("100")
    int maxReceiptMembers();
}
