package dev.natter.chat.profile;

import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.delivery.FakeBroker;
import dev.natter.chat.profile.ProfileRepository.Kept.Outcome;
import dev.natter.chat.profile.ProfileService.Contacts;
import dev.natter.events.UserEvent.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Profiles as long as a test lasts. */
@Vetoed
public class InMemoryProfiles extends ProfileRepository {

    private final Map<String, Profile> byId = new ConcurrentHashMap<>();

    public InMemoryProfiles() {
        super(null);
    }

    /** A service that knows these, and asks this directory for others. */
    public ProfileService service(StubDirectory directory) {
        return service(directory, userId -> Uni.createFrom().item(Set.of()), new FakeBroker(), null);
    }

    ProfileService service(StubDirectory directory, Contacts contacts, FakeBroker broker, Delivery delivery) {
        var publish = new PublishPrivacy(
                () -> "replica",
                privacy(),
                (userId, blocked, unblocked) -> Uni.createFrom().voidItem(),
                broker.sender("replica"));
        return new ProfileService(this, directory, contacts, publish, List.of(), delivery);
    }

    /** What users with these profiles let each other see. */
    public Privacy privacy() {
        return new Privacy(this);
    }

    /** Stores a user who has blocked others. */
    public InMemoryProfiles blocking(String id, String... blocked) {
        byId.put(id, new Profile(id, id, null, null, null, List.of(blocked), null, null, Instant.EPOCH, 2));
        return this;
    }

    /** Stores a user with these settings. */
    public InMemoryProfiles with(String id, Settings settings) {
        byId.put(id, new Profile(id, id, null, null, settings, null, null, null, Instant.EPOCH, 2));
        return this;
    }

    public Profile get(String id) {
        return byId.get(id);
    }

    @Override
    Uni<Map<String, Profile>> getAll(Collection<String> ids) {
        return Uni.createFrom()
                .item(() -> byId.entrySet().stream()
                        .filter(each -> ids.contains(each.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    Uni<Kept> keep(Profile profile) {
        return Uni.createFrom().item(() -> {
            synchronized (byId) {
                var before = byId.get(profile.id());
                if (before != null && before.version() >= profile.version()) {
                    return Kept.of(before.version() == profile.version() ? Outcome.REPEATED : Outcome.OUTDATED);
                }
                byId.put(profile.id(), profile);
                return new Kept(before == null ? Outcome.ADDED : Outcome.CHANGED, before);
            }
        });
    }
}
