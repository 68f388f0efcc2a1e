package dev.natter.chat.socket;

import dev.natter.chat.identity.EndedSessions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/**
 * Looks up, from time to time, whether the sessions of open sockets are over. The news of it closes them within a moment;
 * this is for what was told while the broker, or the way to it, was away.
 */
@ApplicationScoped
class SessionRevalidation {

    private static final int AT_ONCE = 16;

    private final ConnectionStates sessions;
    private final EndedSessions ended;
    private final SignOut signOut;

    SessionRevalidation(ConnectionStates sessions, EndedSessions ended, SignOut signOut) {
        this.sessions = sessions;
        this.ended = ended;
        this.signOut = signOut;
    }

    @Scheduled(
            every = "${natter.revocation.recheck:30s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> handle() {
        var open = sessions.all().stream()
                .map(session -> session.credentials().sessionId())
                .collect(Collectors.toSet());
        return Multi.createFrom()
                .iterable(open)
                .onItem()
                .transformToUni(this::check)
                .merge(AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> check(String sessionId) {
        return ended.include(sessionId)
                .invoke(isOver -> {
                    if (isOver) {
                        signOut.handle(sessionId);
                    }
                })
                .replaceWithVoid();
    }
}
