package dev.natter.user.session;

import io.smallrye.mutiny.Uni;

/**
 * The ended sessions whose access tokens are good by themselves for some minutes more. Every service looks here, so that none
 * of them has to ask this one; a session stays until the last of its tokens has expired.
 */
interface RevokedSessions {

    /** When this completes, no service takes the session's access tokens any more. Fails with 503 while Redis is away. */
    Uni<Void> add(String sessionId);
}
