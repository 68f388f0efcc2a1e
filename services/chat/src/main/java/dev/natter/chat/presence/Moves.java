package dev.natter.chat.presence;

import java.util.List;

/**
 * What happened to the people on this replica since it was last told.
 *
 * @param number counts the tellings
 * @param taken the leases that are new, those of all who came among them
 * @param ended the leases that are no more
 */
record Moves(long number, List<String> came, List<String> went, List<Lease> taken, List<Lease> ended) {

    boolean tells() {
        return !came.isEmpty() || !went.isEmpty();
    }
}
