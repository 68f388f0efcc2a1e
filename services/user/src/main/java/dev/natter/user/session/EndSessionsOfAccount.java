package dev.natter.user.session;

import dev.natter.user.account.Account;
import dev.natter.user.account.FollowUp;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends the sessions of a deleted account, and those of an account with a new address but for the one that changed it. */
@ApplicationScoped
class EndSessionsOfAccount implements FollowUp {

    private static final int MAX_BATCH = 100;

    private final Sessions sessions;
    private final EndSession endSession;

    EndSessionsOfAccount(Sessions sessions, EndSession endSession) {
        this.sessions = sessions;
        this.endSession = endSession;
    }

    @Override
    public Uni<Void> handle(Account account) {
        var end = account.followUps().sessionEnd();
        return end == null ? Uni.createFrom().voidItem() : end(account.id(), end, null);
    }

    private Uni<Void> end(String userId, Account.SessionEnd end, @Nullable SessionCursor after) {
        return sessions.live(userId, after, MAX_BATCH)
                .chain(found -> endAll(found, end)
                        .chain(() -> found.size() < MAX_BATCH
                                ? Uni.createFrom().voidItem()
                                : end(userId, end, SessionCursor.behind(found.get(found.size() - 1)))));
    }

    private Uni<Void> endAll(List<Session> found, Account.SessionEnd end) {
        return Multi.createFrom()
                .iterable(found)
                .filter(session -> session.createdAt().isBefore(end.startedBefore())
                        && !session.id().equals(end.exceptSessionId()))
                .onItem()
                .transformToUniAndConcatenate(session -> endSession.andForgetDevice(session.id()))
                .onItem()
                .ignoreAsUni();
    }
}
