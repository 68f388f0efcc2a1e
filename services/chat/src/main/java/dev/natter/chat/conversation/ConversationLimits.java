package dev.natter.chat.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** What a conversation may be at most. */
@ConfigMapping(prefix = "natter.conversation")
public interface ConversationLimits {

    /** Members of a group, its owner included. */
    @Min(2) @WithDefault("1000")
    int maxMembers();

    /** Conversations that one user may start an hour, existing ones included; a large group counts several times. */
    @Min(1) @WithDefault("3600")
    int startsPerHour();

    /** Conversations that one user may have pinned. */
    @Min(1) @WithDefault("20")
    int maxPinned();

    /** Characters of a title after trimming. */
    @Min(1) @WithDefault("80")
    int maxTitleLength();
}
