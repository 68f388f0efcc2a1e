package dev.natter.chat.log;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.Timeline.LogHead;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry of a conversation's log, as clients see it. New types may come; a client ignores those it does not know. */
@RegisterForReflection
@JsonPropertyOrder({"seq", "at", "by", "type"})
public sealed interface Entry {

    @JsonIgnore
    String conversationId();

    /** Its number in the log: 1, 2, 3 … without holes. */
    @JsonProperty
    long seq();

    /** When it was appended, by the clock of the replica that did. */
    @JsonProperty
    Instant at();

    @JsonProperty
    String by();

    /** What happened: the word that decides which other fields there are. */
    @JsonProperty
    String type();

    @JsonIgnore
    default LogHead head() {
        return new LogHead(conversationId(), seq(), at(), this instanceof MessageSent sent ? sent.message() : null);
    }

    @RegisterForReflection
    @Schema(
            name = "Entry",
            description =
                    "An entry of a conversation's log. `type` says what else it has: `message` alone, so far; ignore"
                            + " types that you do not know.")
    record MessageSent(@Schema(required = true) MessageView message) implements Entry {

        @Override
        public String conversationId() {
            return message.conversationId();
        }

        @Override
        @Schema(required = true, minimum = "1", description = "The number of the entry: 1, 2, 3 … without holes.")
        public long seq() {
            return message.seq();
        }

        @Override
        @Schema(required = true, implementation = String.class, format = "date-time")
        public Instant at() {
            return message.sentAt();
        }

        @Override
        @Schema(required = true, description = "The user who caused the entry.")
        public String by() {
            return message.senderId();
        }

        @Override
        @Schema(required = true, enumeration = "message")
        public String type() {
            return "message";
        }
    }
}
