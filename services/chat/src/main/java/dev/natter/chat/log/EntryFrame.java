package dev.natter.chat.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * An entry other than a message is stored.
 *
 * @param message of a change to a message: its new state
 */
@RegisterForReflection
@JsonTypeName("entry")
public record EntryFrame(
        String conversationId,
        Entry entry,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MessageView message) implements ServerFrame {

    @Override
    public String orderedIn() {
        return conversationId;
    }

    @Override
    public long orderedAt() {
        return entry.seq();
    }

    @Override
    public boolean changesGroup() {
        return entry instanceof Entry.GroupChanged;
    }
}
