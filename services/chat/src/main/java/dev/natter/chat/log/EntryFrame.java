package dev.natter.chat.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
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

    /** Delivers the frame of an entry to these members, and the number of the entry alone to one from whom it is hidden. */
    public static void deliver(
            Delivery delivery, Entry entry, Collection<String> memberIds, Consumer<Collection<String>> toViewers) {
        var hiddenFrom = entry.header().hiddenFrom();
        if (hiddenFrom == null) {
            toViewers.accept(memberIds);
            return;
        }
        toViewers.accept(memberIds.stream().filter(id -> !id.equals(hiddenFrom)).toList());
        delivery.deliver(
                List.of(hiddenFrom), new EntryFrame(entry.conversationId(), entry.visibleTo(hiddenFrom), null));
    }

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
