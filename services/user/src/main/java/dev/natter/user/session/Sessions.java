package dev.natter.user.session;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sessions. The end of one is stored with a note that it has to be published, which stays until it is. */
interface Sessions {

    Uni<Void> add(Session session);

    Uni<Optional<Session>> get(String id);

    /**
     * Replaces the given token if it is the current one of a session that has not ended, and returns the session. Of
     * concurrent calls with one token, one succeeds.
     */
    Uni<Optional<Session>> rotate(Rotation rotation);

    /** Ends a session; returns it only if this call ended it. */
    Uni<Optional<Session>> end(String id);

    /** Up to {@code limit} sessions of a user that have not ended, latest first, after the cursor. */
    Uni<List<Session>> live(String userId, @Nullable SessionCursor after, int limit);

    /** Claims, until {@code until}, up to {@code limit} ended sessions whose end is due to be published. */
    Uni<List<Session>> claimUnpublished(Instant until, int limit);

    /** Records that the end of this session is published. */
    Uni<Void> published(Session session);

    /**
     * One rotation of tokens.
     *
     * @param sealedNext the next token, masked, for a repeat; null if repeats are not possible
     */
    record Rotation(
            String sessionId,
            String shown,
            String next,
            @Nullable SealedToken sealedNext,
            Device device) {}
}
