package dev.natter.chat.presence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The other replicas. Not thread-safe; {@link Books} is its lock. */
final class Peers {

    private final long silence;
    private final Map<String, Peer> peers = new HashMap<>();

    Peers(long silence) {
        this.silence = silence;
    }

    @Nullable Peer get(String id) {
        return peers.get(id);
    }

    Collection<Peer> all() {
        return peers.values();
    }

    Set<String> ids() {
        return Set.copyOf(peers.keySet());
    }

    /** It is alive now; if it is new, it knows our moves up to {@code knows}. */
    Peer meet(String id, long knows, long now) {
        var peer = peers.computeIfAbsent(id, absent -> new Peer(id, knows));
        peer.aliveUntil(now + silence);
        return peer;
    }

    /** It holds leases until then. */
    void leased(String id, long until) {
        peers.computeIfAbsent(id, absent -> new Peer(id, 0)).aliveUntil(until);
    }

    boolean anySilent() {
        return peers.values().stream().anyMatch(Peer::isSilent);
    }

    void remove(String id) {
        peers.remove(id);
    }

    /** Those that have not been heard of for so long that they must be dead. */
    List<String> gone(long now) {
        return peers.values().stream()
                .filter(peer -> peer.isGone(now))
                .map(Peer::id)
                .toList();
    }

    /** The latest of our moves that everybody knows, with all before. */
    long allKnow() {
        return peers.values().stream().mapToLong(Peer::knows).min().orElse(Long.MAX_VALUE);
    }

    /** The latest of our moves that everybody knows but those who are late. */
    long punctualKnow() {
        return peers.values().stream()
                .filter(peer -> !peer.isLate())
                .mapToLong(Peer::knows)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Nobody waits for those who do not know {@code number} yet. */
    void late(long number) {
        peers.values().stream().filter(peer -> peer.knows() < number).forEach(peer -> peer.late(number));
    }
}
