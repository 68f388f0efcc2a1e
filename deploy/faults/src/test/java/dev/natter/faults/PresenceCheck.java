package dev.natter.faults;

import static org.awaitility.Awaitility.await;

import dev.natter.faults.client.Person;
import dev.natter.faults.cluster.Cluster;
import dev.natter.local.stack.service.ServiceKind;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;

/** Everybody is connected: both replicas have to say so of everybody, at the latest when the leases have run out once. */
final class PresenceCheck {

    private static final Duration BOUND = Duration.ofSeconds(45);

    private final Cluster cluster;
    private final Map<String, Set<Person>> conversations;

    PresenceCheck(Cluster cluster, Map<String, Set<Person>> conversations) {
        this.cluster = cluster;
        this.conversations = conversations;
    }

    List<String> violations() {
        try {
            await().atMost(BOUND).pollInterval(Duration.ofMillis(500)).until(() -> look().isEmpty());
            return List.of();
        } catch (ConditionTimeoutException late) {
            return look();
        }
    }

    private List<String> look() {
        var wrong = new ArrayList<String>();
        for (var replica : cluster.replicas(ServiceKind.CHAT)) {
            conversations.values().forEach(members -> {
                var viewer = members.iterator().next();
                var others = members.stream()
                        .filter(member -> member != viewer)
                        .map(Person::id)
                        .toList();
                var shown =
                        viewer.getAt(replica.url().toString(), "/api/v1/presence?userIds=" + String.join(",", others));
                var online = shown.getJsonArray("items").stream()
                        .map(JsonObject.class::cast)
                        .filter(item -> item.getBoolean("online"))
                        .map(item -> item.getString("userId"))
                        .collect(Collectors.toSet());
                others.stream()
                        .filter(id -> !online.contains(id))
                        .forEach(id -> wrong.add(
                                "presence: " + id + " is connected, and " + replica.url() + " says " + shown.encode()));
            });
        }
        return wrong;
    }
}
