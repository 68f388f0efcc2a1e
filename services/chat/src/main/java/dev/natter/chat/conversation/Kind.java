package dev.natter.chat.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a conversation is, from its beginning to its end. */
@RegisterForReflection
public enum Kind {
    /** Between two people, at most one for each pair. */
    @JsonProperty("direct")
    DIRECT,
    /** Among any number of people, or under a title. */
    @JsonProperty("group")
    GROUP
}
