package dev.natter.chat.log;

import dev.natter.chat.Unis;
import dev.natter.chat.conversation.ConversationProjection;
import dev.natter.chat.conversation.ConversationView;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.conversation.Receipts;
import dev.natter.chat.conversation.Timeline;
import dev.natter.chat.delivery.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The log as one replica of the service has it, on a store that it may share with others. */
public final class LogReplica {

    private final InMemoryConversations conversations;
    private final ConversationLog log;
    private final Timeline timeline;
    private final ConversationProjection projection;
    private final ReadLog readLog;

    public LogReplica(InMemoryConversations conversations, InMemoryEntries entries, Delivery delivery, Clock clock) {
        this(conversations, (Entries) entries, delivery, clock);
    }

    LogReplica(InMemoryConversations conversations, Entries entries, Delivery delivery, Clock clock) {
        this.conversations = conversations;
        var cache = new LogCache();
        this.timeline = entries;
        this.projection = conversations.projection(timeline);
        this.log = new ConversationLog(
                entries, conversations.memberships(), cache, projection, delivery, new TestConfig(), clock);
        this.readLog = new ReadLog(conversations.access(), entries, projection);
    }

    public ConversationLog log() {
        return log;
    }

    public Timeline timeline() {
        return timeline;
    }

    public ReadLog readLog() {
        return readLog;
    }

    /** Brings conversations up to date, as happens by itself ten times a second. */
    public void project() {
        Unis.get(conversations.write(projection));
    }

    /** The whole list of somebody, fetched from this replica page by page. */
    public List<ConversationView> list(String userId, Receipts receipts) {
        return conversations.list(userId, projection, timeline, receipts);
    }

    /** One page of it. */
    public List<ConversationView> page(String userId, int limit, Receipts receipts) {
        return conversations.page(userId, limit, projection, timeline, receipts);
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
