package dev.natter.user.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user lets others see, and whether mails report missed messages. */
@RegisterForReflection
@Schema(name = "Settings")
public record Settings(
        @Schema(required = true, description = "Whether read receipts are exchanged with others, both ways")
        boolean readReceipts,

        @Schema(required = true, description = "Whether times of last seen are exchanged with others, both ways")
        boolean lastSeen,

        @Schema(required = true, description = "Whether a mail reports messages missed while offline for an hour")
        MissedMail missedMail) {

    static final Settings DEFAULT = new Settings(true, true, MissedMail.OFF);

    /** Mails about missed messages. */
    @RegisterForReflection
    public enum MissedMail {
        /** None. */
        @JsonProperty("off")
        OFF,
        /** After an hour offline, one a day at most. */
        @JsonProperty("hourly")
        HOURLY;

        /** The value on the wire. */
        public String wireName() {
            return this == OFF ? "off" : "hourly";
        }

        static MissedMail of(String wireName) {
            return wireName.equals("hourly") ? HOURLY : OFF;
        }
    }
}
