package dev.natter.chat.missedmail;

import dev.natter.chat.Caller;
import dev.natter.chat.conversation.Presence;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Says what the test says. Others are online. */
final class FakePresence implements Presence {

    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Map<String, Integer> looksLeft = new ConcurrentHashMap<>();
    private volatile boolean isAway;

    void online(Caller user) {
        seen.put(user.id(), new Seen(true, null));
    }

    void lastSeen(Caller user, Instant at) {
        seen.put(user.id(), new Seen(false, at));
    }

    void onlineAtTheSecondLook(Caller user) {
        looksLeft.put(user.id(), 1);
    }

    /** From now on, or no longer, presence cannot be looked up. */
    void away(boolean isAway) {
        this.isAway = isAway;
    }

    private Seen look(String userId) {
        var left = looksLeft.computeIfPresent(userId, (id, looks) -> looks - 1);
        return left != null && left < 0 ? new Seen(true, null) : seen.getOrDefault(userId, new Seen(true, null));
    }

    @Override
    public Uni<Map<String, Seen>> of(Collection<String> userIds) {
        return exact(userIds);
    }

    @Override
    public Uni<Map<String, Seen>> exact(Collection<String> userIds) {
        return isAway
                ? Uni.createFrom().failure(new IllegalStateException("away"))
                : Uni.createFrom().item(() -> userIds.stream().collect(Collectors.toMap(id -> id, this::look)));
    }

    @Override
    public boolean isCrowd(Collection<String> userIds, int most) {
        return false;
    }
}
