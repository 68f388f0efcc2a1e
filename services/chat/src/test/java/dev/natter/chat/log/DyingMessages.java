package dev.natter.chat.log;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.log.Entry.MessageSent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Messages of a replica that may die between the append of a change and its last command. */
record DyingMessages(Messages messages, BooleanSupplier dies) implements Messages {

    @Override
    public Uni<MessageSent> find(String conversationId, String messageId) {
        return messages.find(conversationId, messageId);
    }

    @Override
    public Uni<List<MessageSent>> withNumbers(String conversationId, Collection<Long> seqs) {
        return messages.withNumbers(conversationId, seqs);
    }

    @Override
    public Uni<MessageSent> lock(String conversationId, String messageId, Lock lock, Instant expired) {
        return messages.lock(conversationId, messageId, lock, expired);
    }

    @Override
    public Uni<Boolean> unlock(MessageView state, String key) {
        return dies.getAsBoolean()
                ? Uni.createFrom().failure(new IllegalStateException("killed"))
                : messages.unlock(state, key);
    }

    @Override
    public Uni<List<MessageChange>> changes(String conversationId, String messageId) {
        return messages.changes(conversationId, messageId);
    }

    @Override
    public Uni<Void> clearEdits(String conversationId, String messageId) {
        return messages.clearEdits(conversationId, messageId);
    }

    @Override
    public Uni<List<MessageSent>> lockedBefore(Instant then, int limit) {
        return messages.lockedBefore(then, limit);
    }
}
