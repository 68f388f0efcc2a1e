package dev.natter.chat.presence;

import dev.natter.chat.delivery.LocalDelivery;
import dev.natter.events.PresenceEvent.PresenceChanged;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Shows changes of presence to this replica's connections that share a conversation with the user. A change that comes after
 * a later one of the same user is dropped; remembers that much of the users who changed most recently.
 */
@ApplicationScoped
class PresenceTracker {

    private static final int MAX_REMEMBERED = 10_000;

    private final LocalConversations conversations;
    private final LocalDelivery local;
    private final Counter online;
    private final Counter offline;
    private final Map<String, Long> versions = new LinkedHashMap<>();

    PresenceTracker(LocalConversations conversations, LocalDelivery local, MeterRegistry metrics) {
        this.conversations = conversations;
        this.local = local;
        this.online = counter(metrics, "online");
        this.offline = counter(metrics, "offline");
    }

    private static Counter counter(MeterRegistry metrics, String to) {
        return Counter.builder("natter.presence.changes")
                .description("Users who came online or went offline; every replica counts each of them")
                .tag("to", to)
                .register(metrics);
    }

    /** In the order in which the changes are shown, so that an old one cannot overtake. */
    synchronized void show(PresenceChanged change) {
        var known = versions.remove(change.userId());
        versions.put(change.userId(), Math.max(known == null ? 0 : known, change.version()));
        if (versions.size() > MAX_REMEMBERED) {
            versions.remove(versions.keySet().iterator().next());
        }
        if (known != null && known > change.version()) {
            return;
        }
        (change.online() ? online : offline).increment();
        var contacts = new HashSet<>(conversations.presentIn(change.conversationIds()));
        contacts.remove(change.userId());
        local.push(contacts, new PresenceFrame(change.userId(), change.online(), change.lastSeenAt()));
    }
}
