package dev.natter.chat.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is connected to this replica, and what of it the others are still to be told. Keeps no history: somebody who left
 * and came back before it was told has come. Not thread-safe; {@link Books} is its lock.
 */
final class Here {

    /** A user while at least one connection of his is open. */
    static final class Stay {
        private final Set<String> connections = new HashSet<>(2);
        private final List<Runnable> untold = new ArrayList<>(1);
        private long number;
        private boolean owed;

        /** The number of the move that tells of this stay; 0 until it is drawn. */
        long number() {
            return number;
        }

        /** Lets {@code ready} wait until a number is drawn. */
        void awaitNumber(Runnable ready) {
            untold.add(ready);
        }

        /** Remembers that he did not wait until the others knew of him. */
        void owe() {
            owed = true;
        }
    }

    /** Hears of each number that is drawn for somebody who waits for it or is owed something because of it. */
    interface Numbered {
        void await(long number, String userId, Runnable ready);

        void owe(long number, String userId);
    }

    private final Map<String, Stay> stays = new HashMap<>();
    private final Set<String> restless = new LinkedHashSet<>();
    private final Set<Lease> taken = new LinkedHashSet<>();
    private final Set<Lease> ended = new LinkedHashSet<>();
    private long drawn;

    Stay arrive(Lease lease) {
        var stay = stays.get(lease.userId());
        if (stay == null) {
            stay = new Stay();
            stays.put(lease.userId(), stay);
            restless.add(lease.userId());
        } else {
            taken.add(lease);
        }
        stay.connections.add(lease.connectionId());
        return stay;
    }

    /** Returns those who waited for a number that will not be drawn any more. */
    List<Runnable> leave(Lease lease) {
        var stay = stays.get(lease.userId());
        if (stay == null || !stay.connections.remove(lease.connectionId())) {
            return List.of();
        }
        taken.remove(lease);
        ended.add(lease);
        if (!stay.connections.isEmpty()) {
            return List.of();
        }
        stays.remove(lease.userId());
        restless.add(lease.userId());
        return stay.untold;
    }

    /**
     * The next at most {@code page} things to tell and to write; null when there are none.
     *
     * @param tells whether anybody can be told now; else only leases are returned
     */
    @Nullable Moves next(int page, boolean tells, Numbered numbered) {
        var movers = tells ? drain(restless, page) : List.<String>of();
        if (movers.isEmpty() && taken.isEmpty() && ended.isEmpty()) {
            return null;
        }
        var came = new ArrayList<String>();
        var went = new ArrayList<String>();
        var leases = new ArrayList<>(drain(taken, page));
        var number = movers.isEmpty() ? drawn : ++drawn;
        for (var userId : movers) {
            var stay = stays.get(userId);
            if (stay == null) {
                went.add(userId);
            } else {
                came.add(userId);
                stay.connections.forEach(connection -> leases.add(new Lease(userId, connection)));
                number(stay, number, userId, numbered);
            }
        }
        return new Moves(number, came, went, leases, drain(ended, page));
    }

    private static void number(Stay stay, long number, String userId, Numbered numbered) {
        stay.number = number;
        stay.untold.forEach(ready -> numbered.await(number, userId, ready));
        stay.untold.clear();
        if (stay.owed) {
            stay.owed = false;
            numbered.owe(number, userId);
        }
    }

    private static <T> List<T> drain(Set<T> queue, int most) {
        var drained = new ArrayList<T>();
        for (Iterator<T> next = queue.iterator(); next.hasNext() && drained.size() < most; next.remove()) {
            drained.add(next.next());
        }
        return drained;
    }

    /** Whoever waits for a number need not any longer, but is owed something once the others know of him. */
    List<Runnable> letGo() {
        var ready = new ArrayList<Runnable>();
        for (var stay : stays.values()) {
            if (!stay.untold.isEmpty()) {
                ready.addAll(stay.untold);
                stay.untold.clear();
                stay.owed = true;
            }
        }
        return ready;
    }

    /** Everybody here is to be told of again, because the others may have forgotten; and is owed something until they know. */
    void retell() {
        retell(List.copyOf(stays.keySet()));
    }

    /** As above, but only these. */
    void retell(Collection<String> userIds) {
        for (var userId : userIds) {
            var stay = stays.get(userId);
            if (stay != null) {
                stay.owed = true;
                restless.add(userId);
            }
        }
    }

    /** All open connections. */
    Collection<Lease> leases() {
        var leases = new ArrayList<Lease>();
        stays.forEach(
                (userId, stay) -> stay.connections.forEach(connection -> leases.add(new Lease(userId, connection))));
        return leases;
    }

    int users() {
        return stays.size();
    }
}
