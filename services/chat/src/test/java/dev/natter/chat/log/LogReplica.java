package dev.natter.chat.log;

import dev.natter.chat.Unis;
import dev.natter.chat.conversation.ConversationProjection;
import dev.natter.chat.conversation.ConversationView;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.conversation.MessageQueries;
import dev.natter.chat.conversation.Receipts;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.mongo.ChatDatabase;
import dev.natter.chat.mongo.Ids;
import dev.natter.chat.profile.InMemoryProfiles;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The log as one replica of the service has it, on a store that it may share with others. */
public final class LogReplica {

    private final InMemoryConversations conversations;
    private final ConversationLog log;
    private final MessageQueries messageQueries;
    private final ConversationProjection projection;
    private final ReadLog readLog;
    private final Messages messages;
    private final MessageStates states;
    private final MessageChanges changes;

    /** Whom its users have blocked. */
    private final InMemoryProfiles profiles = new InMemoryProfiles();

    public InMemoryProfiles profiles() {
        return profiles;
    }

    public LogReplica(InMemoryConversations conversations, InMemoryEntries entries, Delivery delivery, Clock clock) {
        this(conversations, (Entries) entries, delivery, clock);
    }

    LogReplica(InMemoryConversations conversations, Entries entries, Delivery delivery, Clock clock) {
        // Of messages that are not changed, and quote none, it asks nothing.
        this(conversations, entries, null, new MessageStates(null, null, null, clock), delivery, clock);
    }

    LogReplica(
            InMemoryConversations conversations,
            Entries entries,
            Messages messages,
            MessageStates states,
            Delivery delivery,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.states = states;
        var cache = new LogCache();
        this.messageQueries = entries;
        this.projection = conversations.projection(messageQueries);
        this.log = new ConversationLog(
                entries,
                conversations.memberships(),
                new BlockedSenders(profiles.privacy(), conversations.memberships()),
                cache,
                projection,
                delivery,
                new TestConfig(),
                clock);
        this.readLog = new ReadLog(conversations.access(), entries, projection, messages, states);
        this.changes = new MessageChanges(log, states, delivery);
    }

    /** Entries of the database, with a cache of their own. */
    static MongoEntries entries(ChatDatabase database, Ids ids, Clock clock) {
        return entries(database, new MessageStates(new MongoMessages(database), null, ids, clock));
    }

    private static MongoEntries entries(ChatDatabase database, MessageStates states) {
        return new MongoEntries(database, new LogCache(), states);
    }

    /** On the database; dies before a change is stored with its message whenever {@code dies} says so. */
    public static LogReplica of(
            InMemoryConversations conversations,
            ChatDatabase database,
            Ids ids,
            BooleanSupplier dies,
            Delivery delivery,
            Clock clock) {
        var messages = new DyingMessages(new MongoMessages(database), dies);
        var states = new MessageStates(messages, null, ids, clock);
        return new LogReplica(conversations, entries(database, states), messages, states, delivery, clock);
    }

    /** Locks a message, and dies. */
    public void lockAndDie(String conversationId, String messageId) {
        Unis.get(states.lock(conversationId, messageId));
    }

    /** Whether a change of the message seems to be under way. */
    public boolean isLocked(String conversationId, String messageId) {
        return Unis.get(messages.find(conversationId, messageId)).lock() != null;
    }

    /** The first half of a change. */
    Uni<MessageStates.Locked> lock(String conversationId, String messageId) {
        return states.lock(conversationId, messageId);
    }

    /** The other half, whatever happened in between. */
    void finish(MessageStates.Locked locked, String userId, MessageChanges.Change change) {
        var message = locked.message();
        var key = new PendingEntry.IdempotencyKey(message.conversationId(), userId, locked.key());
        record Pending(PendingEntry.IdempotencyKey key, MessageChanges.Change change) implements PendingEntry {
            @Override
            public Entry at(long seq, Instant time) {
                return change.at(Entry.Header.of(key, seq, time));
            }
        }
        var appended = Unis.get(log.append(new Pending(key, change), (entry, members) -> {}));
        var state = ((MessageChange) appended.entry()).applyTo(message);
        Unis.get(states.changed(state, locked.key()));
    }

    /** Settles what was left behind, as happens once a minute. */
    public void settle() {
        Unis.get(states.settleAll());
    }

    public MessageChanges changes() {
        return changes;
    }

    public ConversationLog log() {
        return log;
    }

    public MessageQueries messageQueries() {
        return messageQueries;
    }

    public ReadLog readLog() {
        return readLog;
    }

    /** Brings conversations up to date, as happens by itself ten times a second. */
    public void project() {
        Unis.get(conversations.write(projection));
    }

    /** The whole list of a user, fetched from this replica page by page. */
    public List<ConversationView> list(String userId, Receipts receipts) {
        return conversations.list(userId, projection, messageQueries, receipts);
    }

    /** One page of it. */
    public List<ConversationView> page(String userId, int limit, Receipts receipts) {
        return conversations.page(userId, limit, projection, messageQueries, receipts);
    }

    /** A text that waits to be appended. */
    public static PendingEntry text(String conversationId, String sender, String text) {
        return TextEntry.of(conversationId, sender, text);
    }

    /** Small, so that tests of limits are. */
    public static final class TestConfig implements LogConfig {

        public static final int MAX_WAITING = 8;

        @Override
        public int maxWaiting() {
            return MAX_WAITING;
        }

        @Override
        public Duration maxWait() {
            return Duration.ofSeconds(5);
        }
    }
}
