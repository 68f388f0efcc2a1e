package dev.natter.chat.profile;

import io.smallrye.mutiny.Uni;

/** Hears of sessions that have ended, each at least once, on one replica. */
public interface SessionEndListener {

    /** Ends what belongs to the session. Safe to repeat; called again until it completes. */
    Uni<Void> ended(String sessionId);
}
