package dev.natter.chat.delivery.remote;

import dev.natter.events.DeliveryEvent.FramesMissed;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The users for whom frames could not be published. Bounded: beyond that it is everyone. Not thread-safe. */
final class MissedUsers {

    private static final int MAX_USERS = 1_000;

    private final Set<String> userIds = new LinkedHashSet<>();
    private boolean everyone;

    void add(Collection<String> missed) {
        if (!everyone) {
            userIds.addAll(missed);
            if (userIds.size() > MAX_USERS) {
                addEveryone();
            }
        }
    }

    private void addEveryone() {
        userIds.clear();
        everyone = true;
    }

    boolean isEmpty() {
        return userIds.isEmpty() && !everyone;
    }

    /** Hands them over and forgets them. */
    FramesMissed take(String replicaId) {
        var event = new FramesMissed(replicaId, everyone, List.copyOf(userIds));
        userIds.clear();
        everyone = false;
        return event;
    }

    /** An event that was taken could not be published either. */
    void putBack(FramesMissed event) {
        if (event.everyone()) {
            addEveryone();
        } else {
            add(event.userIds());
        }
    }
}
