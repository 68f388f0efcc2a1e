package dev.natter.chat.identity;

import io.smallrye.mutiny.Uni;

/** The ended sessions of which tokens may still be about, as the user service has noted them. */
interface RevokedSessions {

    /** Whether this is one of them. Fails, in whatever way and time, when that cannot be told. */
    Uni<Boolean> include(String sessionId);
}
