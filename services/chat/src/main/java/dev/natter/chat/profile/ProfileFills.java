package dev.natter.chat.profile;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** How far filling the profiles from the user service has come; shared by all replicas. */
interface ProfileFills {

    /** Where filling stands. */
    Uni<Progress> progress();

    /** Everything up to this cursor is filled; null when everything is. */
    Uni<Void> reached(@Nullable String cursor);

    /** Nothing is filled, whatever was said before. */
    Uni<Void> restart();

    /**
     * Where filling stands.
     *
     * @param cursor where to go on; null to begin at the beginning
     */
    record Progress(boolean complete, @Nullable String cursor) {}
}
