package dev.natter.user.account;

import io.smallrye.mutiny.Uni;

/** Does a part of what has to follow changes of accounts. May be called several times for one change. */
public interface FollowUp {

    /** Completes when it is done. */
    Uni<Void> handle(Account account);
}
