package dev.natter.chat.profile;

import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The names of people one has to do with. A list of conversations is worth more than one name in it: with the user
 * service away, or an account gone, the name is {@value #UNKNOWN}.
 */
@ApplicationScoped
public class ShowNames {

    private static final String UNKNOWN = "Unknown";

    private final FindProfiles findProfiles;
    private final Profiles profiles;

    ShowNames(FindProfiles findProfiles, Profiles profiles) {
        this.findProfiles = findProfiles;
        this.profiles = profiles;
    }

    /** A name for each of these people. */
    public Uni<Map<String, String>> handle(Collection<String> ids) {
        return findProfiles
                .handle(ids)
                // Asked once more rather than handed through: the way here is rare, and the store answers or refuses.
                .onFailure(Refusal.class)
                .recoverWithUni(() -> profiles.find(ids))
                .map(known -> ids.stream().distinct().collect(Collectors.toMap(id -> id, id -> {
                    var profile = known.get(id);
                    return profile == null ? UNKNOWN : profile.name();
                })));
    }
}
