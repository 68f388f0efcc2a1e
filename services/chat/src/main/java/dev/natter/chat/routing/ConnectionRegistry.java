package dev.natter.chat.routing;

import dev.natter.chat.routing.Lease.State;
import dev.natter.chat.routing.LeaseWrite.Acquire;
import dev.natter.chat.routing.LeaseWrite.EndGrace;
import dev.natter.chat.routing.LeaseWrite.Release;
import dev.natter.chat.routing.RouteLookup.RoutesUnavailableException;
import dev.natter.chat.store.RequestBatcher;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Keeps a lease for every open connection of this replica. Writes are batched and applied in order, one batch at a time. A
 * lease that could not be written is written by the next {@link #renew}, and its connection then gets a {@code resync}.
 */
@ApplicationScoped
public class ConnectionRegistry {

    private static final Logger LOG = Logger.getLogger(ConnectionRegistry.class);
    private static final int MAX_BATCH = 500;

    private final Leases leases;
    private final RouteLookup routes;
    private final RouteListener listener;
    private final RecentLogouts logouts;
    private final RoutingConfig config;
    private final Clock clock;
    private final RequestBatcher<LeaseWrite, LeaseWrite.Result> writes;
    private final Map<String, Lease> byConnection = new ConcurrentHashMap<>();
    private final AtomicInteger releasing = new AtomicInteger();
    private volatile CompletableFuture<Void> released = new CompletableFuture<>();

    ConnectionRegistry(
            Leases leases,
            RouteLookup routes,
            RouteListener listener,
            RecentLogouts logouts,
            RoutingConfig config,
            Clock clock) {
        this.leases = leases;
        this.routes = routes;
        this.listener = listener;
        this.logouts = logouts;
        this.config = config;
        this.clock = clock;
        // One batch at a time, so that the release of a connection cannot overtake its acquisition.
        this.writes = new RequestBatcher<>(MAX_BATCH, 1, leases::write);
    }

    /**
     * Completes when every replica can find the connection. Never fails: when Redis is unavailable it completes after the
     * write timeout at the latest, and the connection gets a {@code resync} once its lease is written.
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

    private static void later(Lease lease, Throwable failure) {
        LOG.debugf("A lease is written later: %s", failure);
        lease.become(State.MISSING);
    }

    private Uni<Void> acquire(Lease lease) {
        if (routes.isOpen()) {
            return Uni.createFrom().failure(new RoutesUnavailableException());
        }
        return write(lease)
                .chain(result -> result.isEdge()
                        ? listener.online(lease.userId(), result.version())
                        : Uni.createFrom().voidItem());
    }

    private Uni<LeaseWrite.Result> write(Lease lease) {
        return writes.submit(new Acquire(lease.userId(), lease.connectionId()))
                .invoke(result -> lease.become(State.WRITTEN));
    }

    /** The connection is closed. Never fails: a lease that could not be removed expires. */
    public Uni<Void> unregister(String userId, String connectionId) {
        return Uni.createFrom().deferred(() -> {
            releasing.incrementAndGet();
            var isKnown = byConnection.remove(connectionId) != null;
            return (isKnown && !routes.isOpen()
                            ? remove(new Release(userId, connectionId, logouts.contains(userId)))
                            : Uni.createFrom().voidItem())
                    .onTermination()
                    .invoke(this::oneReleased);
        });
    }

    /**
     * A session of this user has ended: notes it, before it returns. Call it on every replica, before the session's connections are closed: the user is
     * offline with the last of them, at once. Never fails.
     */
    public Uni<Void> signedOut(String userId) {
        logouts.add(userId);
        return Uni.createFrom()
                .deferred(() -> routes.isOpen() ? Uni.createFrom().voidItem() : remove(new EndGrace(userId)));
    }

    private Uni<Void> remove(LeaseWrite write) {
        return writes.submit(write)
                .chain(result -> result.isEdge()
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

    private void oneReleased() {
        if (releasing.decrementAndGet() == 0 && byConnection.isEmpty()) {
            released.complete(null);
        }
    }

    /** Completes when no lease is left; for a replica that stops. */
    public CompletionStage<Void> released() {
        var next = new CompletableFuture<Void>();
        released = next;
        if (releasing.get() == 0 && byConnection.isEmpty()) {
            next.complete(null);
        }
        return next;
    }

    /**
     * Renews all leases, and writes those that do not exist. Tells again that those are online who were connected to a replica
     * that died, too, as it may not have. Fails when Redis is unavailable.
     */
    Uni<Void> renew() {
        var all = List.copyOf(byConnection.values());
        return renew(all.stream().filter(lease -> lease.is(State.WRITTEN)).toList())
                .chain(() -> each(
                        all.stream().filter(lease -> lease.is(State.MISSING)).toList(), this::create));
    }

    private Uni<Void> renew(Collection<Lease> written) {
        var byUser = new HashMap<String, List<String>>();
        written.forEach(lease ->
                byUser.computeIfAbsent(lease.userId(), id -> new ArrayList<>(1)).add(lease.connectionId()));
        return leases.renew(byUser)
                .invoke(renewal -> written.stream()
                        .filter(lease -> renewal.missing().contains(lease.userId()))
                        .forEach(lease -> lease.become(State.MISSING)))
                .chain(renewal -> each(
                        renewal.bereft(),
                        userId -> announce(new Acquire(
                                userId, byUser.getOrDefault(userId, List.of()).get(0)))));
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

    private Uni<Void> announce(Acquire acquire) {
        return byConnection.containsKey(acquire.connectionId())
                ? writes.submit(acquire).chain(result -> listener.online(acquire.userId(), result.version()))
                : Uni.createFrom().voidItem();
    }

    /**
     * The user counts as online anew, whatever Redis knew: an earlier attempt may have been applied without an answer. To be
     * told twice that a user is online harms nobody.
     */
    private Uni<Void> create(Lease lease) {
        if (!byConnection.containsKey(lease.connectionId())) {
            return Uni.createFrom().voidItem();
        }
        return write(lease)
                .invoke(result -> listener.missed(List.of(lease.userId())))
                .call(result -> listener.online(lease.userId(), result.version()))
                .chain(() -> byConnection.containsKey(lease.connectionId())
                        ? Uni.createFrom().voidItem()
                        // Closed meanwhile: its release may have come before this write.
                        : remove(new Release(lease.userId(), lease.connectionId(), false)));
    }

    /** How many connections are registered. */
    int size() {
        return byConnection.size();
    }
}
