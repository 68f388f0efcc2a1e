package dev.natter.chat.profile;

import dev.natter.chat.delivery.Delivery;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Takes in what the user service tells of a person, in any order and as often as it likes; and when the name really is
 * another one now, tells everybody who shares a conversation with him, and his own other devices.
 */
@ApplicationScoped
class KeepProfile {

    private final Profiles profiles;
    private final Companions companions;
    private final Delivery delivery;

    KeepProfile(Profiles profiles, Companions companions, Delivery delivery) {
        this.profiles = profiles;
        this.companions = companions;
        this.delivery = delivery;
    }

    Uni<Void> handle(Profile profile) {
        return profiles.keep(profile)
                .chain(kept ->
                        kept == Kept.RENAMED ? tell(profile) : Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(Profile renamed) {
        return companions
                .of(renamed.id())
                .chain(others -> profiles.find(Set.of(renamed.id()))
                        // Read anew: when two changes are taken in at once, both frames show the later name.
                        .map(found -> found.getOrDefault(renamed.id(), renamed))
                        .map(now -> new ProfileFrame(UserView.of(now)))
                        .chain(frame -> delivery.deliver(others, frame, null)
                                .chain(() -> delivery.deliver(Set.of(renamed.id()), frame, null))));
    }
}
