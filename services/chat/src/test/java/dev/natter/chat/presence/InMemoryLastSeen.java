package dev.natter.chat.presence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** LastSeenWriter as long as a test lasts; the store can be away. */
@Vetoed
final class InMemoryLastSeen extends LastSeenRepository {

    final Map<String, Instant> seen = new ConcurrentHashMap<>();
    boolean isUnavailable;

    InMemoryLastSeen() {
        super(null);
    }

    @Override
    Uni<Map<String, Instant>> of(Collection<String> userIds) {
        return Uni.createFrom()
                .item(() -> seen.entrySet().stream()
                        .filter(each -> userIds.contains(each.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    Uni<Void> write(Map<String, Instant> lastSeen) {
        return Uni.createFrom().item(() -> {
            if (isUnavailable) {
                throw new IllegalStateException("the store is away");
            }
            lastSeen.forEach((id, at) -> seen.merge(id, at, (one, other) -> one.isAfter(other) ? one : other));
            return null;
        });
    }
}
