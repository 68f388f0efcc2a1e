package dev.natter.chat.profile;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Profiles as long as a test lasts. */
public class InMemoryProfiles implements Profiles {

    private final Map<String, Profile> byId = new ConcurrentHashMap<>();

    /** A finder that knows these, and asks this directory for others. */
    public FindProfiles finder(StubDirectory directory) {
        return new FindProfiles(this, directory);
    }

    /** One who shows their names. */
    public ShowNames names(StubDirectory directory) {
        return new ShowNames(finder(directory), this);
    }

    public Profile get(String id) {
        return byId.get(id);
    }

    @Override
    public Uni<Map<String, Profile>> find(Collection<String> ids) {
        return Uni.createFrom()
                .item(() -> byId.entrySet().stream()
                        .filter(each -> ids.contains(each.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public Uni<Kept> keep(Profile profile) {
        return Uni.createFrom().item(() -> {
            synchronized (byId) {
                var before = byId.get(profile.id());
                if (before != null && before.version() >= profile.version()) {
                    return before.version() == profile.version() ? Kept.REPEATED : Kept.UNCHANGED;
                }
                byId.put(profile.id(), profile);
                if (before == null) {
                    return Kept.NEW;
                }
                return before.name().equals(profile.name()) ? Kept.UNCHANGED : Kept.RENAMED;
            }
        });
    }
}
