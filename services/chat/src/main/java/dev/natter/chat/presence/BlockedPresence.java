package dev.natter.chat.presence;

import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.conversation.Presence.Seen;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.profile.BlockListener;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Shows contacts whom a user has blocked that the user is offline, and those unblocked the present state. */
@ApplicationScoped
class BlockedPresence implements BlockListener {

    private static final int MAX_CONCURRENCY = 8;

    private final Memberships memberships;
    private final CurrentPresence presence;
    private final Delivery delivery;

    BlockedPresence(Memberships memberships, CurrentPresence presence, Delivery delivery) {
        this.memberships = memberships;
        this.presence = presence;
        this.delivery = delivery;
    }

    @Override
    public Uni<Void> changed(String userId, Set<String> blocked, Set<String> unblocked) {
        var affected = new HashSet<>(blocked);
        affected.addAll(unblocked);
        return memberships
                .contactsAmong(userId, affected)
                .onItem()
                .transformToMulti(contacts -> Multi.createFrom().iterable(contacts))
                .onItem()
                .transformToUni(contact -> presence.visible(contact, List.of(userId))
                        .map(seen -> seen.getOrDefault(userId, Seen.NEVER))
                        .invoke(seen -> delivery.deliver(
                                Set.of(contact), new PresenceFrame(userId, seen.online(), seen.lastSeenAt(), null))))
                .merge(MAX_CONCURRENCY)
                .onItem()
                .ignoreAsUni();
    }
}
