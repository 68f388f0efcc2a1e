package dev.natter.chat.profile;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;

/** Everybody this service knows of. */
interface Profiles {

    /** Those of these people who are known, by id. */
    Uni<Map<String, Profile>> find(Collection<String> ids);

    /** Keeps the profile unless one at least as new is kept already; safe to repeat, and in any order. */
    Uni<Kept> keep(Profile profile);

    /** Keeps each of them. */
    default Uni<Void> keepAll(Collection<Profile> some) {
        return Multi.createFrom()
                .iterable(some)
                .onItem()
                .transformToUniAndConcatenate(this::keep)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
