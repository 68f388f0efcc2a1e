package dev.natter.faults.nemesis;

import dev.natter.faults.cluster.Cluster;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * A fault.
 *
 * @param name by which it is asked for
 * @param what happens, for a reader
 * @param recovery the longest time after the fault is over until everything is as quick as before
 * @param strike does it, and undoes it; returns when it is over
 */
public record Nemesis(String name, String what, Duration recovery, Set<Trait> traits, Strike strike) {

    /** What a fault may do to those who use Natter, and what it is for. */
    public enum Trait {
        /** Among those that each build tries. */
        QUICK,
        /** Takes processes away in the middle of requests, which then have no answer. */
        CUTS_REQUESTS,
        /** May keep a send from being stored while the one behind it is. */
        BREAKS_ORDER,
        /** Happens to those behind {@link Nemesis#STRUCK_DOOR}; the others must not notice. */
        SPARES_OTHERS,
        /** Takes place while a group is written more to than usual. */
        FLOODS
    }

    /** Of the networks between people and Natter the one that breaks when only one does. */
    public static final int STRUCK_DOOR = 0;

    /** What is done. */
    @FunctionalInterface
    public interface Strike {
        void at(Cluster cluster);
    }

    static Nemesis of(String name, String what, Duration recovery, Strike strike, Trait... traits) {
        var set = EnumSet.noneOf(Trait.class);
        set.addAll(Set.of(traits));
        return new Nemesis(name, what, recovery, set, strike);
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
