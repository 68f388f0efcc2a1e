package dev.natter.chat.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which other replicas each user is connected to, as far as this one knows. Rather holds a seat too many than one too few:
 * a frame sent to a replica in vain costs little, one not sent is missed.
 */
@ApplicationScoped
class RoutingTable {

    /** What becomes of the seats of a user; null for none. */
    private interface Change {
        @Nullable List<Seat> apply(List<Seat> known);
    }

    /** A user's place on a replica, and when it was last confirmed. */
    private record Seat(String replicaId, long confirmedAt) {}

    private final ConcurrentHashMap<String, List<Seat>> seats = new ConcurrentHashMap<>();
    private final Onlookers onlookers;

    RoutingTable(Onlookers onlookers) {
        this.onlookers = onlookers;
    }

    /** Whether the user is connected somewhere else. */
    boolean holds(String userId) {
        return seats.containsKey(userId);
    }

    /** The replicas to tell, each with those of {@code userIds} who are connected to it. */
    Map<String, List<String>> routes(Collection<String> userIds) {
        var routes = new HashMap<String, List<String>>();
        for (var userId : userIds) {
            for (var seat : seats.getOrDefault(userId, List.of())) {
                routes.computeIfAbsent(seat.replicaId(), replica -> new ArrayList<>())
                        .add(userId);
            }
        }
        return routes;
    }

    /** How many users are connected somewhere else. */
    int size() {
        return seats.size();
    }

    void came(String replicaId, Collection<String> userIds, long at) {
        var seat = new Seat(replicaId, at);
        var news = new ArrayList<String>();
        for (var userId : userIds) {
            seats.compute(userId, (user, known) -> {
                if (known == null) {
                    news.add(user);
                    return List.of(seat);
                }
                return with(known, seat);
            });
        }
        onlookers.movedElsewhere(news);
    }

    void went(String replicaId, Collection<String> userIds) {
        onlookers.movedElsewhere(change(userIds, known -> without(known, replicaId, Long.MAX_VALUE)));
    }

    /** Forgets the seats of a replica that were not confirmed since {@code since}. */
    void retain(String replicaId, long since) {
        onlookers.movedElsewhere(change(seats.keySet(), known -> without(known, replicaId, since)));
    }

    /** Forgets the seats of all replicas but these. */
    void retainReplicas(Collection<String> replicaIds) {
        onlookers.movedElsewhere(change(seats.keySet(), known -> onThese(known, replicaIds)));
    }

    /** Forgets the seats of a replica that has stopped. */
    void forget(String replicaId) {
        retain(replicaId, Long.MAX_VALUE);
    }

    /** Forgets the seats of a replica that has died. */
    void bury(String replicaId) {
        onlookers.lost(change(seats.keySet(), known -> without(known, replicaId, Long.MAX_VALUE)));
    }

    /** Returns those who have no seat any more. */
    private List<String> change(Collection<String> userIds, Change change) {
        var gone = new ArrayList<String>();
        for (var userId : userIds) {
            seats.computeIfPresent(userId, (user, known) -> {
                var rest = change.apply(known);
                if (rest == null) {
                    gone.add(user);
                }
                return rest;
            });
        }
        return gone;
    }

    private static List<Seat> with(List<Seat> known, Seat seat) {
        var result = new ArrayList<Seat>(known.size() + 1);
        for (var other : known) {
            if (!other.replicaId().equals(seat.replicaId())) {
                result.add(other);
            }
        }
        result.add(seat);
        return List.copyOf(result);
    }

    private static @Nullable List<Seat> without(List<Seat> known, String replicaId, long confirmedBefore) {
        if (known.stream().noneMatch(seat -> isGone(seat, replicaId, confirmedBefore))) {
            return known;
        }
        var result = known.stream()
                .filter(seat -> !isGone(seat, replicaId, confirmedBefore))
                .toList();
        return result.isEmpty() ? null : result;
    }

    private static @Nullable List<Seat> onThese(List<Seat> known, Collection<String> replicaIds) {
        var result = known.stream()
                .filter(seat -> replicaIds.contains(seat.replicaId()))
                .toList();
        return result.isEmpty() ? null : result;
    }

    private static boolean isGone(Seat seat, String replicaId, long confirmedBefore) {
        return seat.replicaId().equals(replicaId) && seat.confirmedAt() < confirmedBefore;
    }
}
