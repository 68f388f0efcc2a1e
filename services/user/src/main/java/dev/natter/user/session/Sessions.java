package dev.natter.user.session;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sign-ins. The end of one is stored together with the note that it has to be published, kept until it is. */
interface Sessions {

    Uni<Void> add(Session session);

    Uni<Optional<Session>> get(String id);

    /**
     * Puts a new token in the place of the one shown, if that is the good one of a live session, and answers the session as
     * it is then. Of two who show the same token at once, one gets an answer.
     */
    Uni<Optional<Session>> rotate(Rotation rotation);

    /** Ends a session; answers it only if this call ended it. */
    Uni<Optional<Session>> end(String id);

    /** Up to {@code limit} live sessions of a user, the latest first, from behind the cursor on. */
    Uni<List<Session>> live(String userId, @Nullable SessionCursor after, int limit);

    /** Takes charge, until {@code until}, of up to {@code limit} ended sessions whose end is due to be published. */
    Uni<List<Session>> claimUnpublished(Instant until, int limit);

    /** Notes that the end of this session is published. */
    Uni<Void> published(Session session);

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
