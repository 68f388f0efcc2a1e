package dev.natter.chat.receipt;

import dev.natter.chat.conversation.Presence;
import dev.natter.chat.conversation.Timeline;
import dev.natter.chat.receipt.Reach.Reached;
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

    /** Whom to tell that this member has come so far; never the member. Never fails. */
    Uni<List<String>> of(Reached reached, String userId) {
        var others = reached.memberIds().stream()
                .filter(member -> !member.equals(userId))
                .toList();
        if (others.size() <= config.crowd() || !presence.isCrowd(others, config.crowd())) {
            return Uni.createFrom().item(others);
        }
        return timeline.authors(reached.conversationId(), reached.seq(), NEWEST)
                .map(authors -> others.stream().filter(authors::contains).toList())
                .onFailure()
                .invoke(failure -> Log.debugf("a receipt is told to all, its authors are not known: %s", failure))
                .onFailure()
                .recoverWithItem(others);
    }
}
