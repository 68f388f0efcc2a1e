package dev.natter.chat.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a member may do in a group. Members of a direct conversation have the same rights. */
@RegisterForReflection
public enum Role {
    /** Started the group, or took it over. A group has one. */
    @JsonProperty("owner")
    OWNER,
    /** May change the group and its members. */
    @JsonProperty("admin")
    ADMIN,
    /** Everybody else, and both members of a direct conversation. */
    @JsonProperty("member")
    MEMBER
}
