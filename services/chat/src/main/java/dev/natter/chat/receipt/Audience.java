package dev.natter.chat.receipt;

import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.Presence;
import dev.natter.chat.conversation.Timeline;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Whom a receipt is told to: every other member, unless a crowd of them is online; then those whose messages it is about.
 * Else one message to a thousand people would be followed by a million frames, each one's receipt to each other; so it is
 * followed by as many as are online. The others see it with the conversation.
 */
@ApplicationScoped
class Audience {

    /** Who reads on after a long time tells the authors of so many messages, the newest. */
    private static final int NEWEST = 100;

    private final Presence presence;
    private final Timeline timeline;
    private final ReceiptConfig config;

    Audience(Presence presence, Timeline timeline, ReceiptConfig config) {
        this.presence = presence;
        this.timeline = timeline;
        this.config = config;
    }

    /** Whom to tell that this member has come as far as {@code seq}; never the member. Never fails. */
    Uni<List<String>> of(Conversation conversation, String userId, long seq) {
        var others = conversation.others(userId);
        if (others.size() <= config.crowd() || !presence.isCrowd(others, config.crowd())) {
            return Uni.createFrom().item(others);
        }
        return timeline.authors(conversation.id(), seq, NEWEST)
                .map(authors -> others.stream().filter(authors::contains).toList())
                .onFailure()
                .invoke(failure -> Log.debugf("a receipt is told to all, its authors are not known: %s", failure))
                .onFailure()
                .recoverWithItem(others);
    }
}
