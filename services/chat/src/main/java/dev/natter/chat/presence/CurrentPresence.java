package dev.natter.chat.presence;

import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.conversation.Presence;
import dev.natter.chat.conversation.Presence.Seen;
import dev.natter.chat.delivery.Connections;
import dev.natter.chat.presence.CurrentPresence.PresenceList.PresenceView;
import dev.natter.chat.profile.Privacy;
import dev.natter.chat.routing.RouteLookup;
import dev.natter.web.ApiException;
import dev.natter.web.CallerContext;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Looks up from the leases who is online. While routes cannot be looked up, only users who are connected to this replica are
 * shown as online; {@link #takeApproximate} reports it.
 */
@ApplicationScoped
class CurrentPresence implements Presence {

    private final Memberships memberships;
    private final RouteLookup routes;
    private final Connections connections;
    private final Privacy privacy;
    private final LastSeenWriter lastSeen;
    private final int maxWanted;
    private final AtomicBoolean isApproximate = new AtomicBoolean();

    CurrentPresence(
            Memberships memberships,
            RouteLookup routes,
            Connections connections,
            Privacy privacy,
            LastSeenWriter lastSeen,
            @ConfigProperty(name = "natter.presence.most-asked", defaultValue = "100") int maxWanted) {
        this.memberships = memberships;
        this.routes = routes;
        this.connections = connections;
        this.privacy = privacy;
        this.lastSeen = lastSeen;
        this.maxWanted = maxWanted;
    }

    /**
     * Those of the wanted users who share a conversation with this one; others are left out, whether or not they exist.
     * Refuses an empty list, and one that is too long, with 400.
     */
    Uni<PresenceList> visibleTo(String userId, Collection<String> wanted) {
        var candidates = new LinkedHashSet<>(wanted);
        if (candidates.isEmpty() || candidates.size() > maxWanted) {
            return Uni.createFrom()
                    .failure(ApiException.malformed("userIds", "must name 1 to " + maxWanted + " users"));
        }
        return memberships
                .contactsAmong(userId, candidates)
                .map(known -> candidates.stream().filter(known::contains).toList())
                .chain(shown -> visible(userId, shown).map(seen -> list(shown, seen)));
    }

    /** The presence of these users as far as settings and blocks let this one see it. */
    Uni<Map<String, Seen>> visible(String viewerId, Collection<String> userIds) {
        var involved = new LinkedHashSet<>(userIds);
        involved.add(viewerId);
        return Uni.combine().all().unis(of(userIds), privacy.of(involved)).with((all, visibility) -> {
            var visible = new HashMap<String, Seen>();
            all.forEach((userId, seen) -> visible.put(userId, seen.visible(visibility, userId, viewerId)));
            return visible;
        });
    }

    private static PresenceList list(List<String> shown, Map<String, Seen> seen) {
        return new PresenceList(shown.stream()
                .map(userId -> {
                    var one = seen.getOrDefault(userId, Seen.NEVER);
                    return new PresenceView(userId, one.online(), one.lastSeenAt());
                })
                .toList());
    }

    /** Counts those who are connected to this replica. */
    @Override
    public boolean isCrowd(Collection<String> userIds, int most) {
        return userIds.stream().filter(this::isHere).skip(most).findAny().isPresent();
    }

    @Override
    public Uni<Map<String, Seen>> of(Collection<String> userIds) {
        return online(userIds)
                .onFailure()
                .recoverWithItem(() -> {
                    isApproximate.set(true);
                    return userIds.stream().filter(this::isHere).collect(Collectors.toSet());
                })
                .chain(online -> seen(userIds, online));
    }

    @Override
    public Uni<Map<String, Seen>> exact(Collection<String> userIds) {
        return online(userIds).chain(online -> seen(userIds, online));
    }

    private Uni<Map<String, Seen>> seen(Collection<String> userIds, Set<String> online) {
        var gone = userIds.stream().filter(id -> !online.contains(id)).toList();
        return lastSeen.of(gone).map(seenAt -> {
            var shown = new HashMap<String, Seen>();
            online.forEach(id -> shown.put(id, new Seen(true, null)));
            gone.forEach(id -> shown.put(id, new Seen(false, seenAt.get(id))));
            return shown;
        });
    }

    private Uni<Set<String>> online(Collection<String> userIds) {
        return userIds.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : CallerContext.current()
                        .comeBack(Uni.createFrom().completionStage(() -> routes.find(userIds)))
                        .map(Map::keySet);
    }

    /** Whether users may have been shown as offline wrongly since the last call. */
    boolean takeApproximate() {
        return isApproximate.getAndSet(false);
    }

    private boolean isHere(String userId) {
        return !connections.of(userId).isEmpty();
    }

    @RegisterForReflection
    @Schema(name = "PresenceList")
    record PresenceList(
            @Schema(required = true, description = "In the order of the request.")
            List<PresenceView> items) {

        PresenceList {
            items = List.copyOf(items);
        }

        @RegisterForReflection
        @Schema(name = "Presence")
        record PresenceView(
                @Schema(required = true) String userId,

                @Schema(required = true, description = "Whether at least one device of the user is connected.")
                boolean online,

                @Schema(
                        required = true,
                        implementation = String.class,
                        format = "date-time",
                        nullable = true,
                        description = "When the user was last online; null while online, and when never online.")
                @Nullable Instant lastSeenAt) {}
    }
}
