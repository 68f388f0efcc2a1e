package dev.natter.chat.presence;

import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.conversation.Presence.Seen;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Shows the presence of users the caller shares a conversation with. All others are left out, whether or not they exist; so
 * is the caller.
 */
@ApplicationScoped
class ShowPresence {

    private final Memberships memberships;
    private final CurrentPresence presence;
    private final int most;

    ShowPresence(Memberships memberships, CurrentPresence presence, PresenceConfig config) {
        this.memberships = memberships;
        this.presence = presence;
        this.most = config.mostAsked();
    }

    /** Refuses an empty list, and one that is too long, with 400. */
    Uni<PresenceList> handle(String userId, Collection<String> wanted) {
        var candidates = new LinkedHashSet<>(wanted);
        if (candidates.isEmpty() || candidates.size() > most) {
            return Uni.createFrom().failure(Refusal.malformed("userIds", "must name 1 to " + most + " users"));
        }
        return memberships
                .companionsAmong(userId, candidates)
                .map(known -> candidates.stream().filter(known::contains).toList())
                .chain(shown -> presence.of(shown).map(seen -> list(shown, seen)));
    }

    private static PresenceList list(List<String> shown, Map<String, Seen> seen) {
        var items = new ArrayList<PresenceView>();
        for (var userId : shown) {
            var one = seen.getOrDefault(userId, Seen.NEVER);
            items.add(new PresenceView(userId, one.online(), one.lastSeenAt()));
        }
        return new PresenceList(items);
    }
}
