package dev.natter.user.session;

import io.smallrye.mutiny.Uni;

/**
 * Ended sessions whose access tokens have not expired yet. Every service looks here instead of calling this one; an
 * entry expires with the last token of the session.
 */
interface RevokedSessions {

    /**
     * Completes when no service accepts the session's access tokens any more. Fails with 503 while Redis is
     * unavailable.
     */
    Uni<Void> add(String sessionId);
}
