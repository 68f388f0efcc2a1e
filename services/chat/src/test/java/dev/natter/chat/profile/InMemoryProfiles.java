package dev.natter.chat.profile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.util.Collection;
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
        return new ProfileService(this, directory, userId -> Uni.createFrom().item(Set.of()), null);
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
    Uni<Boolean> keep(Profile profile) {
        return Uni.createFrom().item(() -> {
            synchronized (byId) {
                var before = byId.get(profile.id());
                if (before != null && before.version() >= profile.version()) {
                    return before.version() == profile.version();
                }
                byId.put(profile.id(), profile);
                return before != null && !before.name().equals(profile.name());
            }
        });
    }
}
