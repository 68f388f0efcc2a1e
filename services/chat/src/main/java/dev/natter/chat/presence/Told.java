package dev.natter.chat.presence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who waits until the others know a move of this replica, and who did not wait and is owed a {@code resync} as soon as they
 * do. Not thread-safe; {@link Books} is its lock.
 */
final class Told implements Here.Numbered {

    /** Beyond this many it is cheaper to remember that everybody is owed one. */
    private static final int MOST_OWED = 10_000;

    private record Waiting(String userId, Runnable ready) {}

    private static final class Pending {
        private final List<Waiting> waiting = new ArrayList<>();
        private final Set<String> owed = new HashSet<>();
        private long since = Long.MAX_VALUE;
    }

    /** Those who are owed a resync now. */
    record Settled(boolean everybody, List<String> userIds) {}

    private final TreeMap<Long, Pending> moves = new TreeMap<>();
    private int owed;
    private long everybodyUntil;

    @Override
    public void await(long number, String userId, Runnable ready) {
        pending(number).waiting.add(new Waiting(userId, ready));
    }

    @Override
    public void owe(long number, String userId) {
        if (owed >= MOST_OWED) {
            moves.values().forEach(move -> move.owed.clear());
            moves.values().removeIf(move -> move.waiting.isEmpty());
            owed = 0;
            everybodyUntil = number;
        } else if (pending(number).owed.add(userId)) {
            owed++;
        }
    }

    private Pending pending(long number) {
        return moves.computeIfAbsent(number, absent -> new Pending());
    }

    /** The move is on its way, since {@code now} at the latest. */
    void sent(long number, long now) {
        var move = moves.get(number);
        if (move != null) {
            move.since = Math.min(move.since, now);
        }
    }

    /** The highest move that somebody has been waiting for since before {@code since}; 0 when there is none. */
    long overdue(long since) {
        for (var move : moves.descendingMap().entrySet()) {
            if (!move.getValue().waiting.isEmpty() && move.getValue().since < since) {
                return move.getKey();
            }
        }
        return 0;
    }

    /** Lets everybody go who waits for a move up to {@code number}, though not all others know it: he is owed a resync. */
    List<Runnable> release(long number) {
        var ready = new ArrayList<Runnable>();
        for (var move : List.copyOf(moves.headMap(number, true).entrySet())) {
            var waiting = List.copyOf(move.getValue().waiting);
            move.getValue().waiting.clear();
            for (var one : waiting) {
                ready.add(one.ready());
                owe(move.getKey(), one.userId());
            }
        }
        return ready;
    }

    /** Everybody who is owed a resync, because not all others know of him. */
    List<String> unsettled() {
        return moves.values().stream().flatMap(move -> move.owed.stream()).toList();
    }

    /** All others know the moves up to {@code number}: nobody waits for them, and whoever was owed a resync is due it. */
    Settled settle(long number, List<Runnable> ready) {
        var due = new ArrayList<String>();
        var settled = moves.headMap(number, true);
        for (var move : settled.values()) {
            move.waiting.forEach(waiting -> ready.add(waiting.ready()));
            due.addAll(move.owed);
        }
        settled.clear();
        owed -= due.size();
        var everybody = everybodyUntil > 0 && everybodyUntil <= number;
        if (everybody) {
            everybodyUntil = 0;
        }
        return new Settled(everybody, due);
    }
}
