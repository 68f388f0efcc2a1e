package dev.natter.chat.message;

import dev.natter.chat.conversation.MessageView;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who wrote last in the conversations of this replica, as far as it stored that itself: enough to know, most of the time and
 * without asking the store, that something of others lies before a message. It never claims what is not so; not to know is fine.
 */
final class RecentAuthors {

    private final int most;
    private final Map<String, Tail> tails = new LinkedHashMap<>(16, 0.75f, true);

    /** @param seq of the author's latest message; {@code other} is that of one by anybody else, 0 when none is known */
    private record Tail(String author, long seq, long other) {

        Tail with(String senderId, long added) {
            return senderId.equals(author)
                    ? new Tail(author, Math.max(seq, added), other)
                    : new Tail(senderId, added, seq);
        }

        long othersThan(String senderId) {
            return senderId.equals(author) ? other : seq;
        }
    }

    /** @param most conversations that are remembered; those that were quiet longest are forgotten first */
    RecentAuthors(int most) {
        this.most = most;
    }

    /** This message is stored. */
    synchronized void stored(MessageView message) {
        tails.merge(
                message.conversationId(),
                new Tail(message.senderId(), message.seq(), 0),
                (known, added) -> known.with(added.author(), added.seq()));
        if (tails.size() > most) {
            tails.remove(tails.keySet().iterator().next());
        }
    }

    /** Whether a message of somebody else is known to lie between this number and that message. */
    synchronized boolean hasOthers(MessageView before, long above) {
        var tail = tails.get(before.conversationId());
        if (tail == null) {
            return false;
        }
        var others = tail.othersThan(before.senderId());
        return others > above && others < before.seq();
    }
}
