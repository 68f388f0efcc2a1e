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
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
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

    /** Delivers the frame of an entry to these members, and the number of the entry alone to those who may not see it. */
    public static void deliver(
            Delivery delivery,
            Entry entry,
            Collection<String> memberIds,
            ToLongFunction<String> visibleFrom,
            Consumer<Collection<String>> toViewers) {
        if (entry instanceof Entry.MessageSent && entry.header().hiddenFrom() == null) {
            // The usual case, without a look at each member: who is a member by then sees it.
            toViewers.accept(memberIds);
            return;
        }
        var byVisibility = memberIds.stream()
                .collect(Collectors.partitioningBy(id -> entry.isVisibleTo(id, visibleFrom.applyAsLong(id))));
        toViewers.accept(byVisibility.getOrDefault(true, List.of()));
        var others = byVisibility.getOrDefault(false, List.of());
        if (!others.isEmpty()) {
            delivery.deliver(others, new EntryFrame(entry.conversationId(), new Entry.Hidden(entry.header()), null));
        }
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
        return entry instanceof GroupChanged;
    }
}
