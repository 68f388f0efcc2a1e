package dev.natter.user.session;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every sign-in. The end of one is also a note to tell the other services, kept until they were told. */
interface Sessions {

    Uni<Void> add(Session session);

    Uni<Optional<Session>> find(String id);

    /**
     * Puts a new token in the place of the one shown, if that is the good one of a live session, and answers the session as
     * it is then. Of two who show the same token at once, one gets an answer.
     */
    Uni<Optional<Session>> rotate(Rotation rotation);

    /** Ends a session; answers it only if this call ended it. */
    Uni<Optional<Session>> end(String id);

    /** Up to {@code limit} live sessions of a user, the latest first, from behind the cursor on. */
    Uni<List<Session>> live(String userId, @Nullable SessionCursor after, int limit);

    /** Takes charge, until {@code until}, of up to {@code limit} ended sessions of which nobody was told though it is time. */
    Uni<List<Session>> claimUntold(Instant until, int limit);

    /** Notes that everybody was told of the end of this session. */
    Uni<Void> told(Session session);

    /**
     * One exchange of tokens.
     *
     * @param sealedNext the next token, for a repetition; null when none is to be answered
     */
    record Rotation(
            String sessionId,
            String shown,
            String next,
            @Nullable SealedToken sealedNext,
            Device device) {}
}
