package dev.natter.chat.group;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.natter.chat.delivery.ServerFrame;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The receiver is no member of the conversation any more, from the entry with this number on. */
@RegisterForReflection
@JsonTypeName("left")
public record LeftFrame(String conversationId, @JsonIgnore long seq) implements ServerFrame {

    @Override
    public String orderedIn() {
        return conversationId;
    }

    @Override
    public long orderedAt() {
        return seq;
    }

    @Override
    public boolean changesGroup() {
        return true;
    }
}
