package dev.natter.chat.invite;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** Invitations. */
@ConfigMapping(prefix = "natter.invite")
interface InviteConfig {

    /** The public origin, with which links begin. */
    String origin();

    /** Hours that an invite is valid, unless the inviter says otherwise. */
    @Min(1) @WithDefault("168")
    int hours();

    /** Hours that an invite may be valid at most. */
    @Min(1) @WithDefault("720")
    int maxHours();

    /** People who may accept an invite to a group, unless the inviter says otherwise. */
    @Min(1) @WithDefault("100")
    int groupUses();

    /** People who may accept one invite at most. */
    @Min(1) @WithDefault("1000")
    int maxUses();

    /** Open invites of one user. */
    @Min(1) @WithDefault("100")
    int maxOpen();

    /** Invites that one user may make within an hour. */
    @Min(1) @WithDefault("60")
    int createdPerHour();

    /** Invites that one user may accept within an hour. */
    @Min(1) @WithDefault("60")
    int acceptedPerHour();

    /** Invites that one network may look at within a minute, signed in or not. */
    @Min(1) @WithDefault("60")
    int viewsPerMinute();
}
