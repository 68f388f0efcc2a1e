package dev.natter.chat.push;

import dev.natter.chat.push.PushPending.Pair;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;

/** What was pushed to whom lately, by any replica. */
interface PushMarks {

    /**
     * Claims the right to push these messages, by number: those pairs for which nothing was pushed within the pause, by one
     * caller only. All of them while Redis is unavailable.
     */
    Uni<Set<Pair>> claim(Map<Pair, Long> seqs);

    /** Those of these pairs for which a message up to this number was pushed and not withdrawn; by one caller only. */
    Uni<Set<Pair>> withdraw(Map<Pair, Long> seqs);
}
