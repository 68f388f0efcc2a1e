package dev.natter.chat.profile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.natter.chat.delivery.PeerSender.BrokerState;
import dev.natter.events.UserEvent.Settings;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What users let each other see, by their settings and blocks. Cached while this replica hears of changes, which {@code
 * presence-fanout} brings to every replica after they are stored.
 */
@ApplicationScoped
public class Privacy {

    private static final int MAX_CACHED = 100_000;
    private static final Duration MAX_AGE = Duration.ofMinutes(10);

    private final ProfileRepository profiles;
    private final Cache<String, Choice> cache = Caffeine.newBuilder()
            .maximumSize(MAX_CACHED)
            .expireAfterWrite(MAX_AGE)
            .executor(Runnable::run)
            .build();
    private boolean hearsChanges;
    /** What is read while something changes may be out of date. */
    private long changes;

    public Privacy(ProfileRepository profiles) {
        this.profiles = profiles;
    }

    /** The choices of one user. */
    private record Choice(boolean readReceipts, boolean lastSeen, Set<String> blocked) {

        private static final Choice DEFAULT = new Choice(true, true, Set.of());

        static Choice of(Profile profile) {
            var settings = profile.settings() == null ? Settings.DEFAULT : profile.settings();
            var choice = new Choice(settings.readReceipts(), settings.lastSeen(), Set.copyOf(profile.blockedUsers()));
            return choice.equals(DEFAULT) ? DEFAULT : choice;
        }
    }

    /** What these users see of each other. Completes at once when it is known here. */
    public Uni<Visibility> of(Collection<String> userIds) {
        return Uni.createFrom().deferred(() -> {
            var known = new HashMap<String, Choice>(cached(userIds));
            var missing = new LinkedHashSet<>(userIds);
            missing.removeAll(known.keySet());
            if (missing.isEmpty()) {
                return Uni.createFrom().item(new Visibility(known));
            }
            var changesBefore = changesSoFar();
            return profiles.getAll(missing).map(found -> {
                var read = new HashMap<String, Choice>();
                found.forEach((id, profile) -> read.put(id, Choice.of(profile)));
                keep(read, changesBefore);
                known.putAll(read);
                return new Visibility(known);
            });
        });
    }

    /** Fails with 422 if one of these users has blocked the caller. */
    public Uni<Void> requireAvailable(Collection<String> userIds, String callerId) {
        return of(userIds)
                .invoke(visibility -> {
                    if (userIds.stream().anyMatch(userId -> visibility.blocks(userId, callerId))) {
                        throw ApiException.unprocessable(
                                ErrorCode.MEMBER_UNAVAILABLE, "One of these people cannot be added to the group.");
                    }
                })
                .replaceWithVoid();
    }

    private synchronized Map<String, Choice> cached(Collection<String> userIds) {
        return hearsChanges ? cache.getAllPresent(userIds) : Map.of();
    }

    private synchronized long changesSoFar() {
        return changes;
    }

    private synchronized void keep(Map<String, Choice> read, long changesBefore) {
        if (hearsChanges && changes == changesBefore) {
            cache.putAll(read);
        }
    }

    /** The stored profile of this user has changed. */
    public synchronized void changed(String userId) {
        changes++;
        cache.invalidate(userId);
    }

    synchronized void changed(@Observes BrokerState state) {
        changes++;
        cache.invalidateAll();
        hearsChanges = state == BrokerState.ESTABLISHED;
    }

    /** Who sees what among some users. A user without a profile shows everything. */
    public static final class Visibility {

        private final Map<String, Choice> choices;

        private Visibility(Map<String, Choice> choices) {
            this.choices = Map.copyOf(choices);
        }

        /** Whether one has blocked the other. */
        public boolean blocks(String userId, String otherId) {
            return choice(userId).blocked().contains(otherId);
        }

        /** Whether the viewer sees what the user has read: neither has switched it off, and the viewer is not blocked. */
        public boolean showsRead(String userId, String viewerId) {
            return userId.equals(viewerId)
                    || (choice(userId).readReceipts() && choice(viewerId).readReceipts() && !blocks(userId, viewerId));
        }

        /** Whether the viewer sees when the user was last seen: neither has switched it off, and the viewer is not blocked. */
        public boolean showsLastSeen(String userId, String viewerId) {
            return userId.equals(viewerId)
                    || (choice(userId).lastSeen() && choice(viewerId).lastSeen() && !blocks(userId, viewerId));
        }

        /** Whether the user exchanges read receipts. */
        public boolean exchangesReceipts(String userId) {
            return choice(userId).readReceipts();
        }

        private Choice choice(String userId) {
            return choices.getOrDefault(userId, Choice.DEFAULT);
        }
    }
}
