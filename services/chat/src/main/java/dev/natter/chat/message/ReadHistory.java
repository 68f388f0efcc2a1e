package dev.natter.chat.message;

import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.conversation.MessageView;
import dev.natter.web.CallerContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Reads a page of a conversation. The page is final: a number that is left out between two messages will never be a
 * message's, so that a reader who goes on from the last one has missed nothing. A send that has its number but is not
 * stored yet is waited for, usually for milliseconds; one that does not come in time (its replica died between the two
 * steps) loses the number.
 */
@ApplicationScoped
class ReadHistory {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

    private final ConversationAccess access;
    private final Messages messages;
    private final Gaps gaps;
    private final MessageLimits limits;

    ReadHistory(ConversationAccess access, Messages messages, Gaps gaps, MessageLimits limits) {
        this.access = access;
        this.messages = messages;
        this.gaps = gaps;
        this.limits = limits;
    }

    Uni<MessagePage> handle(HistoryQuery query) {
        return access.open(query.conversationId(), query.userId())
                .chain(conversation -> read(query, conversation.taken(), FIRST_PAUSE, limits.gapPatience()));
    }

    private Uni<MessagePage> read(HistoryQuery query, long taken, Duration pause, Duration patience) {
        return page(query)
                .chain(page -> gaps.open(query.conversationId(), Gaps.covered(query, page, taken))
                        .chain(open -> {
                            if (open.isEmpty()) {
                                return Uni.createFrom().item(page);
                            }
                            return patience.isZero() ? giveUp(query, open) : readLater(query, taken, pause, patience);
                        }));
    }

    private Uni<MessagePage> readLater(HistoryQuery query, long taken, Duration pause, Duration patience) {
        var next = pause.compareTo(patience) < 0 ? pause : patience;
        return CallerContext.current()
                .comeBack(Uni.createFrom().voidItem().onItem().delayIt().by(next))
                .chain(() -> read(query, taken, pause.multipliedBy(2), patience.minus(next)));
    }

    private Uni<MessagePage> giveUp(HistoryQuery query, List<Long> open) {
        return messages.giveUp(query.conversationId(), open).chain(() -> page(query));
    }

    private Uni<MessagePage> page(HistoryQuery query) {
        return found(query).map(found -> MessagePage.of(found, query));
    }

    private Uni<List<MessageView>> found(HistoryQuery query) {
        var limit = query.limit() + 1;
        return query.forward()
                ? messages.following(query.conversationId(), query.from(), limit)
                : messages.preceding(query.conversationId(), query.from(), limit);
    }
}
