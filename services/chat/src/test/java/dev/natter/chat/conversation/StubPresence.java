package dev.natter.chat.conversation;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** These are online; no user was seen before. */
public record StubPresence(Set<String> online) implements Presence {

    public StubPresence(String... online) {
        this(Set.of(online));
    }

    @Override
    public Uni<Map<String, Seen>> of(Collection<String> userIds) {
        return Uni.createFrom().item(Map.of());
    }

    @Override
    public Uni<Map<String, Seen>> exact(Collection<String> userIds) {
        return of(userIds);
    }

    @Override
    public boolean isCrowd(Collection<String> userIds, int most) {
        return userIds.stream().filter(online::contains).count() > most;
    }
}
