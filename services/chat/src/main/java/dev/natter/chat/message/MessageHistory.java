package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.http.QueryNumbers;
import dev.natter.chat.log.Entry;
import dev.natter.chat.log.ReadLog;
import dev.natter.web.ApiException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Pages through the messages of a conversation, each in its present state, for its members. */
@ApplicationScoped
public class MessageHistory {

    private final ReadLog readLog;

    MessageHistory(ReadLog readLog) {
        this.readLog = readLog;
    }

    /** The oldest messages behind {@code after}, or the newest before {@code before}, or the newest. 400 for both. */
    Uni<MessagePage> page(
            String conversationId,
            String userId,
            @Nullable String before,
            @Nullable String after,
            @Nullable String limit) {
        if (before != null && after != null) {
            throw ApiException.malformed("before", "must not come together with after");
        }
        var size = QueryNumbers.limit(limit);
        if (after != null) {
            var from = QueryNumbers.seq("after", after);
            return following(conversationId, userId, from, size);
        }
        var from = before == null ? Long.MAX_VALUE : QueryNumbers.seq("before", before);
        return readLog.shownPreceding(conversationId, userId, from, size + 1).map(found -> page(found, size));
    }

    /** The oldest messages behind {@code after}. */
    public Uni<MessagePage> following(String conversationId, String userId, long after, int limit) {
        return readLog.shownFollowing(conversationId, userId, after, limit + 1).map(found -> page(found, limit));
    }

    /** Of what was found, one more than asked for at most, nearest to the bound first. */
    private static MessagePage page(List<Entry> found, int size) {
        var items = found.stream()
                .limit(size)
                .sorted(Comparator.comparingLong(Entry::seq))
                .map(MessageHistory::item)
                .toList();
        return new MessagePage(items, found.size() > size);
    }

    private static Object item(Entry entry) {
        return entry instanceof Entry.MessageSent sent
                ? sent.message()
                : new GroupEvent(entry.seq(), entry.at(), entry.by(), entry);
    }

    @RegisterForReflection
    @Schema(name = "GroupEvent", description = "A change of the group, where it happened among the messages.")
    record GroupEvent(
            @Schema(required = true) long seq,

            @Schema(required = true, implementation = String.class, format = "date-time")
            Instant sentAt,

            @Schema(required = true, description = "The user who made the change.")
            String senderId,

            @Schema(required = true) Entry event) {}

    /** For the document: what tells them apart is whether there is an {@code event}. */
    @Schema(
            name = "HistoryItem",
            description = "A message, or, with an `event`, a change of the group.",
            oneOf = {MessageView.class, GroupEvent.class})
    private interface HistoryItem {}

    @RegisterForReflection
    @Schema(name = "MessagePage")
    public record MessagePage(
            @Schema(
                    required = true,
                    type = SchemaType.ARRAY,
                    implementation = HistoryItem.class,
                    description = "Ascending by seq: messages, and changes of the group.")
            List<Object> items,

            @Schema(
                    required = true,
                    description = "Whether there are more beyond this page: newer ones with `after`, else older ones.")
            boolean hasMore) {
        public static final MessagePage EMPTY = new MessagePage(List.of(), false);

        public MessagePage {
            items = List.copyOf(items);
        }

        /** The number of the newest of them; 0 when there is none. */
        public long lastSeq() {
            var last = items.isEmpty() ? null : items.get(items.size() - 1);
            if (last instanceof MessageView message) {
                return message.seq();
            }
            return last instanceof GroupEvent event ? event.seq() : 0;
        }
    }
}
