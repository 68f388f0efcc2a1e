package dev.natter.chat.online;

import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.delivery.Connections;
import dev.natter.chat.presence.MissedFrames;
import dev.natter.chat.replica.BrokerLink;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The door for the socket: loads whom the presence of somebody concerns, while he is connected. */
@ApplicationScoped
public class Acquaintances {

    private static final Logger LOG = Logger.getLogger(Acquaintances.class);
    /** People whose conversations are looked up anew at each look round, and how many of them at once. */
    private static final int AT_A_TIME = 400;

    private static final int TOGETHER = 8;
    /** How long somebody who arrives waits for the store. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Memberships memberships;
    private final Rooms rooms;
    private final Connections connections;
    private final MissedFrames missed;
    /** Connected people whose conversations could not be looked up, or may have changed unheard. */
    private final Set<String> stale = ConcurrentHashMap.newKeySet();

    Acquaintances(Memberships memberships, Rooms rooms, Connections connections, MissedFrames missed) {
        this.memberships = memberships;
        this.rooms = rooms;
        this.connections = connections;
        this.missed = missed;
    }

    /**
     * Completes when changes of presence reach this user; enter his connection before. Never fails: when the store cannot
     * be asked it is asked again, and he is told to resync then.
     */
    public Uni<Void> arrive(String userId) {
        return Uni.createFrom()
                .deferred(() ->
                        rooms.begin(userId) ? load(userId) : Uni.createFrom().voidItem())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> later(userId, failure))
                .onFailure()
                .recoverWithNull();
    }

    /** A connection of this user is closed. */
    public void leave(String userId) {
        rooms.leave(userId, () -> connections.of(userId).isEmpty());
    }

    private Uni<Void> load(String userId) {
        return memberships
                .conversationsOf(userId)
                .chain(ids -> memberships.members(rooms.missing(ids)).invoke(loaded -> {
                    if (!rooms.enter(userId, ids, loaded)) {
                        stale.add(userId);
                    }
                }))
                .replaceWithVoid();
    }

    private void later(String userId, Throwable failure) {
        LOG.debugf("The conversations of somebody are looked up later: %s", failure);
        stale.add(userId);
    }

    /** What was said of new conversations meanwhile is lost. */
    void linked(@Observes BrokerLink.Established event) {
        stale.addAll(rooms.everybodyHere());
    }

    /** Looks up what could not be looked up before. */
    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> lookRound() {
        return Multi.createFrom()
                .iterable(stale.stream().limit(AT_A_TIME).toList())
                .onItem()
                .transformToUni(this::again)
                .merge(TOGETHER)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> again(String userId) {
        stale.remove(userId);
        if (connections.of(userId).isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return load(userId)
                .invoke(() -> missed.by(List.of(userId)))
                .onFailure()
                .invoke(failure -> later(userId, failure))
                .onFailure()
                .recoverWithNull();
    }
}
