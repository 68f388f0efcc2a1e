package dev.natter.chat.profile;

import io.smallrye.mutiny.Uni;

/** Removes what a feature has of a user whose account was deleted. May be called several times for one account. */
public interface AccountDeletionListener {

    /** Completes when nothing is left that would be lost in a crash; otherwise it is called again. */
    Uni<Void> deleted(String userId);
}
