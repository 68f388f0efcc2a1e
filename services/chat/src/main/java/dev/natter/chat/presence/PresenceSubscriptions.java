package dev.natter.chat.presence;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.delivery.Connections;
import dev.natter.chat.delivery.LocalDelivery;
import dev.natter.chat.delivery.PeerSender.BrokerState;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Keeps the conversations of connected users in {@link LocalConversations}. Those that could not be loaded, or may have
 * changed without an event, are loaded again within seconds.
 */
@ApplicationScoped
public class PresenceSubscriptions {

    private static final Logger LOG = Logger.getLogger(PresenceSubscriptions.class);
    private static final int MAX_RELOADS = 400;
    private static final int MAX_CONCURRENCY = 8;
    /** How long a new connection waits for the store. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Memberships memberships;
    private final LocalConversations conversations;
    private final Connections connections;
    private final LocalDelivery local;
    /** Users whose conversations are to be loaded again, and whether they miss changes of presence until then. */
    private final Map<String, Boolean> stale = new ConcurrentHashMap<>();

    PresenceSubscriptions(
            Memberships memberships, LocalConversations conversations, Connections connections, LocalDelivery local) {
        this.memberships = memberships;
        this.conversations = conversations;
        this.connections = connections;
        this.local = local;
    }

    /**
     * Completes when changes of presence reach this user; open the connection before. Never fails: while the store is
     * unavailable the conversations are loaded later, followed by a {@code resync}.
     */
    public Uni<Void> subscribe(String userId) {
        return Uni.createFrom()
                .deferred(() -> conversations.begin(userId)
                        ? load(userId)
                        : Uni.createFrom().voidItem())
                .ifNoItem()
                .after(TIMEOUT)
                .fail()
                .onFailure()
                .invoke(failure -> later(userId, failure))
                .onFailure()
                .recoverWithNull();
    }

    public void unsubscribe(String userId) {
        conversations.leave(userId, () -> connections.of(userId).isEmpty());
    }

    /** The ids of all conversations of this user, connected to this replica or not. */
    Uni<Collection<String>> conversationsOf(String userId) {
        return Uni.createFrom().deferred(() -> {
            var known = conversations.of(userId);
            return known == null
                    ? memberships.conversationsOf(userId).map(ids -> ids)
                    : Uni.createFrom().item(known);
        });
    }

    private Uni<Void> load(String userId) {
        return memberships
                .conversationsOf(userId)
                .invoke(ids -> {
                    if (!conversations.replace(userId, ids)) {
                        stale.putIfAbsent(userId, false);
                    }
                })
                .replaceWithVoid();
    }

    private void later(String userId, Throwable failure) {
        LOG.debugf("Conversations of a user are loaded later: %s", failure);
        stale.put(userId, true);
    }

    /** Changes of members that other replicas published meanwhile are lost. Delivery tells all connections to resync. */
    void connected(@Observes BrokerState state) {
        if (state == BrokerState.ESTABLISHED) {
            conversations.users().forEach(userId -> stale.putIfAbsent(userId, false));
        }
    }

    @Scheduled(every = "1s", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> reload() {
        return Multi.createFrom()
                .iterable(stale.keySet().stream().limit(MAX_RELOADS).toList())
                .onItem()
                .transformToUni(this::reload)
                .merge(MAX_CONCURRENCY)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> reload(String userId) {
        var hasMissed = stale.remove(userId);
        if (hasMissed == null || connections.of(userId).isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        conversations.changing(userId);
        return load(userId)
                .invoke(() -> {
                    if (hasMissed) {
                        local.resync(List.of(userId));
                    }
                })
                .onFailure()
                .invoke(failure -> later(userId, failure))
                .onFailure()
                .recoverWithNull();
    }
}
