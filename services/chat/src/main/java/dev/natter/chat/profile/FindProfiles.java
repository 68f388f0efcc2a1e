package dev.natter.chat.profile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the people who exist. Whoever is not known here is asked for at the user service, so that somebody who registered
 * a moment ago is found too; when that cannot be asked, the answer is a 503 refusal rather than a wrong "no".
 */
@ApplicationScoped
public class FindProfiles {

    private final Profiles profiles;
    private final UserDirectory directory;

    FindProfiles(Profiles profiles, UserDirectory directory) {
        this.profiles = profiles;
        this.directory = directory;
    }

    /** Those of these people who exist, by id. */
    public Uni<Map<String, Profile>> handle(Collection<String> ids) {
        return profiles.find(ids).chain(known -> {
            var missing = ids.stream().filter(id -> !known.containsKey(id)).toList();
            return missing.isEmpty() ? Uni.createFrom().item(known) : complete(known, missing);
        });
    }

    private Uni<Map<String, Profile>> complete(Map<String, Profile> known, List<String> missing) {
        return directory.find(missing).call(profiles::keepAll).map(found -> {
            var all = new HashMap<>(known);
            found.forEach(profile -> all.put(profile.id(), profile));
            return Map.copyOf(all);
        });
    }
}
