package dev.natter.chat.log;

import dev.natter.chat.conversation.ConversationProjection;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.delivery.ResyncFrame;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What follows an append besides its publication. Never waits. */
@ApplicationScoped
class LogEffects {

    private final LogCache cache;
    private final ConversationProjection projection;
    private final Delivery delivery;

    LogEffects(LogCache cache, ConversationProjection projection, Delivery delivery) {
        this.cache = cache;
        this.projection = projection;
        this.delivery = delivery;
    }

    void stored(Entry entry, List<String> memberIds) {
        cache.raise(entry.conversationId(), entry.seq());
        projection.appended(LogTimeline.head(entry), memberIds);
    }

    /** Something may be stored that is not going to be published: the members have to look. */
    void uncertain(List<String> memberIds) {
        delivery.deliver(memberIds, new ResyncFrame());
    }
}
