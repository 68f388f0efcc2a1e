package dev.natter.chat.message;

import dev.natter.chat.log.Entry;
import dev.natter.chat.log.ReadLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads a page of the messages of a conversation, each in its present state. */
@ApplicationScoped
class ReadHistory {

    private final ReadLog readLog;

    ReadHistory(ReadLog readLog) {
        this.readLog = readLog;
    }

    Uni<MessagePage> handle(HistoryQuery query) {
        return found(query, query.limit() + 1)
                .map(found -> MessagePage.of(
                        found.stream().map(PublishMessage::message).toList(), query));
    }

    private Uni<List<Entry>> found(HistoryQuery query, int limit) {
        return query.forward()
                ? readLog.following(query.conversationId(), query.userId(), query.from(), limit)
                : readLog.preceding(query.conversationId(), query.userId(), query.from(), limit);
    }
}
