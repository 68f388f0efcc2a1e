package dev.natter.chat.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.natter.chat.batching.RequestBatcher;
import dev.natter.chat.routing.Leases.Acquire;
import dev.natter.chat.routing.Leases.EndGrace;
import dev.natter.chat.routing.Leases.LeaseWrite;
import dev.natter.chat.routing.Leases.Release;
import dev.natter.chat.routing.Leases.Result;
import dev.natter.chat.routing.RouteLookup.RoutesUnavailableException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a lease for every open connection of this replica. Writes are applied in order, one batch at a time. A lease that
 * could not be written is written within a second of Redis being back, and its connection then gets a {@code resync}.
 */
@ApplicationScoped
public class ConnectionRegistry {

    private static final Logger LOG = Logger.getLogger(ConnectionRegistry.class);
    private static final int MAX_BATCH = 500;
    private static final int MAX_LOGOUTS = 10_000;
    /** Before the id of a replica, in place of a user's id. */
    private static final String REPLICA = "replica/";

    private final Leases leases;
    private final RouteLookup routes;
    private final RouteListener listener;
    private final RoutingConfig config;
    private final Clock clock;
    private final RequestBatcher<LeaseWrite, Result> writes;
    private final Map<String, Lease> byConnection = new ConcurrentHashMap<>();
    /** Users who have signed out a moment ago: their connections do not come back by reloading. */
    private final Cache<String, Boolean> logouts;

    /** The lease of this replica itself, whose expiry tells the others that it died; written by the first renewal. */
    private final Lease ownLease;

    private static final class Lease {
        private final String userId;
        private final String connectionId;
        /** Whether Redis holds it; null while it is written for the first time. */
        private volatile @Nullable Boolean isWritten;

        Lease(String userId, String connectionId) {
            this.userId = userId;
            this.connectionId = connectionId;
        }
    }

    ConnectionRegistry(
            ReplicaConfig replica,
            Leases leases,
            RouteLookup routes,
            RouteListener listener,
            RoutingConfig config,
            Clock clock) {
        this.leases = leases;
        this.routes = routes;
        this.listener = listener;
        this.config = config;
        this.clock = clock;
        this.ownLease = new Lease(REPLICA + replica.id(), replica.id());
        this.ownLease.isWritten = false;
        byConnection.put(ownLease.connectionId, ownLease);
        // One batch at a time, so that the release of a connection cannot overtake its acquisition.
        this.writes = new RequestBatcher<>(MAX_BATCH, 1, leases::write);
        this.logouts = Caffeine.newBuilder()
                .maximumSize(MAX_LOGOUTS)
                .expireAfterWrite(config.signedOut())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    /**
     * Completes when every replica can find the connection. Never fails: while Redis is unavailable it completes within the
     * write timeout, and the connection gets a {@code resync} once its lease is written.
     */
    public Uni<Void> register(String userId, String connectionId) {
        return Uni.createFrom()
                .deferred(() -> {
                    var lease = new Lease(userId, connectionId);
                    byConnection.put(connectionId, lease);
                    return acquire(lease)
                            .ifNoItem()
                            .after(config.writeTimeout())
                            .fail()
                            .onFailure()
                            .invoke(failure -> later(lease, failure));
                })
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> acquire(Lease lease) {
        return routes.isOpen()
                ? Uni.createFrom().failure(new RoutesUnavailableException())
                : write(lease)
                        .chain(result -> result.isEdge()
                                ? listener.online(lease.userId, result.version())
                                : Uni.createFrom().voidItem());
    }

    private Uni<Result> write(Lease lease) {
        return writes.submit(new Acquire(lease.userId, lease.connectionId)).invoke(result -> lease.isWritten = true);
    }

    private static void later(Lease lease, Throwable failure) {
        LOG.debugf("A lease is written later: %s", failure);
        lease.isWritten = false;
    }

    /** The connection is closed. Never fails: a lease that could not be removed expires. */
    public Uni<Void> unregister(String userId, String connectionId) {
        return Uni.createFrom()
                .deferred(() -> byConnection.remove(connectionId) == null
                        ? Uni.createFrom().voidItem()
                        : remove(new Release(userId, connectionId, logouts.getIfPresent(userId) != null)));
    }

    /** Removes this replica's own lease when its connections are unregistered: it shuts down, and has not died. */
    public Uni<Void> leave() {
        byConnection.remove(ownLease.connectionId);
        return remove(new Release(ownLease.userId, ownLease.connectionId, true));
    }

    static boolean isReplica(String userId) {
        return userId.startsWith(REPLICA);
    }

    /**
     * A session of this user has ended. Call it on every replica before the session's connections are closed: the user is
     * offline with the last of them, at once. Never fails.
     */
    public Uni<Void> signedOut(String userId) {
        logouts.put(userId, true);
        return remove(new EndGrace(userId));
    }

    private Uni<Void> remove(LeaseWrite write) {
        if (routes.isOpen()) {
            return Uni.createFrom().voidItem();
        }
        return writes.submit(write)
                .chain(result -> result.isEdge() && !isReplica(write.userId())
                        ? listener.offline(write.userId(), clock.instant(), result.version())
                        : Uni.createFrom().voidItem())
                .ifNoItem()
                .after(config.writeTimeout())
                .fail()
                .onFailure()
                .invoke(failure -> LOG.debugf("A lease was not removed and will expire: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    /**
     * Renews all leases, and writes those that do not exist. Announces again users who were connected to a replica that died.
     * Fails when Redis is unavailable.
     */
    Uni<Void> renew() {
        return renew(having(true)).chain(this::writeMissing);
    }

    /**
     * Writes the leases that could not be written before: until then, replicas that look up routes do not find these
     * connections. Fails when Redis is unavailable.
     */
    Uni<Void> writeMissing() {
        return each(having(false), this::create);
    }

    private List<Lease> having(boolean isWritten) {
        return byConnection.values().stream()
                .filter(lease -> Boolean.valueOf(isWritten).equals(lease.isWritten))
                .toList();
    }

    private Uni<Void> renew(List<Lease> written) {
        var byUser = written.stream()
                .collect(Collectors.groupingBy(
                        lease -> lease.userId, Collectors.mapping(lease -> lease.connectionId, Collectors.toList())));
        return leases.renew(byUser)
                .invoke(renewal -> written.stream()
                        .filter(lease -> renewal.missing().contains(lease.userId))
                        .forEach(lease -> lease.isWritten = false))
                .chain(renewal ->
                        each(renewal.bereft(), userId -> announce(userId, byUser.getOrDefault(userId, List.of()))));
    }

    private static <T> Uni<Void> each(Collection<T> all, Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUni(step::apply)
                .merge(MAX_BATCH)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> announce(String userId, List<String> connectionIds) {
        return connectionIds.isEmpty() || !byConnection.containsKey(connectionIds.get(0))
                ? Uni.createFrom().voidItem()
                : writes.submit(new Acquire(userId, connectionIds.get(0)))
                        .chain(result -> listener.online(userId, result.version()));
    }

    /** Announces the user anew, whatever Redis knew: an earlier attempt may have been applied without an answer. */
    private Uni<Void> create(Lease lease) {
        if (!byConnection.containsKey(lease.connectionId)) {
            return Uni.createFrom().voidItem();
        }
        if (lease == ownLease) {
            return write(lease).replaceWithVoid();
        }
        return write(lease)
                .invoke(result -> listener.missed(List.of(lease.userId)))
                .call(result -> listener.online(lease.userId, result.version()))
                .chain(() -> byConnection.containsKey(lease.connectionId)
                        ? Uni.createFrom().voidItem()
                        // Closed meanwhile: its release may have come before this write.
                        : remove(new Release(lease.userId, lease.connectionId, false)));
    }
}
