package dev.natter.chat.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.natter.chat.conversation.MessageView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one user reports of another.
 *
 * @param message the reported one, in its present state
 * @param text what the reporter adds
 */
record Report(
        String id,
        Instant at,
        String reporterId,
        String userId,
        Reason reason,
        @Nullable MessageView message,
        @Nullable String text) {

    /** Leaves the texts out. */
    @Override
    public String toString() {
        return "Report[id=%s, userId=%s, reason=%s]".formatted(id, userId, reason);
    }

    /** Why. */
    @RegisterForReflection
    enum Reason {
        @JsonProperty("spam")
        SPAM,
        @JsonProperty("abuse")
        ABUSE,
        @JsonProperty("other")
        OTHER
    }
}
