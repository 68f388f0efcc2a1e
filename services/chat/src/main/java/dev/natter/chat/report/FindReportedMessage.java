package dev.natter.chat.report;

import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.log.Entry;
import dev.natter.chat.log.LogRange;
import dev.natter.chat.log.LogRanges;
import dev.natter.chat.log.MessageId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a message by its id alone, among those that a user may read. The id has its number in the log. */
@ApplicationScoped
class FindReportedMessage {

    private static final int LOGS_PER_QUERY = 100;

    private final Memberships memberships;
    private final ConversationAccess access;
    private final LogRanges log;

    FindReportedMessage(Memberships memberships, ConversationAccess access, LogRanges log) {
        this.memberships = memberships;
        this.access = access;
        this.log = log;
    }

    /** Null when there is none. */
    Uni<@Nullable MessageView> handle(String userId, String messageId) {
        var seq = MessageId.seq(messageId);
        return seq < 1
                ? Uni.createFrom().nullItem()
                : memberships
                        .conversationsOf(userId)
                        .chain(ids -> Multi.createFrom()
                                .iterable(chunks(ids))
                                .onItem()
                                .transformToUniAndConcatenate(chunk -> find(chunk, seq, messageId))
                                .select()
                                .first(found -> !found.isEmpty())
                                .collect()
                                .first())
                        .chain(found -> found == null ? Uni.createFrom().nullItem() : readable(found.get(0), userId));
    }

    private static List<List<String>> chunks(Collection<String> ids) {
        var all = List.copyOf(ids);
        var chunks = new ArrayList<List<String>>();
        for (var from = 0; from < all.size(); from += LOGS_PER_QUERY) {
            chunks.add(all.subList(from, Math.min(from + LOGS_PER_QUERY, all.size())));
        }
        return chunks;
    }

    private Uni<List<MessageView>> find(List<String> conversationIds, long seq, String messageId) {
        var ranges = conversationIds.stream()
                .map(id -> new LogRange(id, seq - 1, seq))
                .toList();
        return log.read(ranges, LOGS_PER_QUERY)
                .map(entries -> entries.stream()
                        .filter(Entry.MessageSent.class::isInstance)
                        .map(entry -> ((Entry.MessageSent) entry).message())
                        .filter(message -> message.id().equals(messageId))
                        .toList());
    }

    /** Null when the user may not see it. Fails with 404 when the user is no member any more. */
    private Uni<@Nullable MessageView> readable(MessageView message, String userId) {
        return access.open(message.conversationId(), userId)
                .map(conversation -> new Entry.MessageSent(message).isVisibleTo(userId, conversation.joinedSeq(userId))
                        ? message
                        : null);
    }
}
