package dev.natter.chat.profile;

import dev.natter.chat.delivery.Delivery;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what the user service tells of a person, in any order and as often as it likes; and when the name really is
 * another one now, tells everybody who shares a conversation with him, and his own other devices. The name that is told
 * last is the latest one, whichever replicas tell.
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
                .chain(kept -> kept == Kept.RENAMED || kept == Kept.REPEATED
                        ? tell(profile.id())
                        : Uni.createFrom().voidItem());
    }

    /** Tells the name that is kept, not the one that was brought: of two changes, the later may have been taken in first. */
    private Uni<Void> tell(String id) {
        return kept(id).chain(now -> now == null
                ? Uni.createFrom().voidItem()
                : show(now)
                        .chain(() -> kept(id))
                        .chain(then -> then == null || then.version() == now.version()
                                ? Uni.createFrom().voidItem()
                                // Overtaken while telling: whoever got the later name first got this one last.
                                : tell(id)));
    }

    private Uni<@Nullable Profile> kept(String id) {
        return profiles.find(Set.of(id)).map(found -> found.get(id));
    }

    private Uni<Void> show(Profile now) {
        var frame = new ProfileFrame(UserView.of(now));
        return companions
                .of(now.id())
                .invoke(others -> {
                    delivery.deliver(others, frame);
                    delivery.deliver(Set.of(now.id()), frame);
                })
                .replaceWithVoid();
    }
}
