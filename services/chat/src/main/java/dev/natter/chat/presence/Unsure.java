package dev.natter.chat.presence;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The people to whom frames went while this replica could not be sure where they all are. Not thread-safe; {@link Books} is
 * its lock.
 */
final class Unsure {

    /** Beyond this many it is cheaper to remember that it may have been anybody. */
    private static final int MOST = 10_000;

    private final Set<String> userIds = new HashSet<>();
    private boolean anybody;

    /** Who they were: some, or anybody. */
    record Noted(boolean anybody, List<String> userIds) {}

    void note(Collection<String> recipients) {
        if (!anybody) {
            userIds.addAll(recipients);
            if (userIds.size() > MOST) {
                userIds.clear();
                anybody = true;
            }
        }
    }

    Noted take() {
        var noted = new Noted(anybody, List.copyOf(userIds));
        userIds.clear();
        anybody = false;
        return noted;
    }
}
