package dev.natter.user.session;

import dev.natter.user.account.FindAccount;
import dev.natter.user.audit.Audit;
import dev.natter.user.audit.AuditEvent;
import dev.natter.user.device.DeviceTokens;
import dev.natter.user.session.Sessions.Rotation;
import dev.natter.user.token.AccessTokens;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Exchanges a refresh token for its successor. A token works once; a reused one may be stolen, so its session ends. The
 * exception is a request that is repeated because its response was lost: its {@link IdempotencyKey} identifies it, and
 * it gets the same successor, however late, until that is used.
 */
@ApplicationScoped
class RefreshSession {

    private final Sessions sessions;
    private final EndSession endSession;
    private final FindAccount findAccount;
    private final AccessTokens accessTokens;
    private final SecureRandom random;
    private final Clock clock;
    private final Audit audit;

    RefreshSession(
            Sessions sessions,
            EndSession endSession,
            FindAccount findAccount,
            AccessTokens accessTokens,
            SecureRandom random,
            Clock clock,
            Audit audit) {
        this.sessions = sessions;
        this.endSession = endSession;
        this.findAccount = findAccount;
        this.accessTokens = accessTokens;
        this.random = random;
        this.clock = clock;
        this.audit = audit;
    }

    /** Fails with 401 if the token is invalid: {@code session_revoked} if its session has been ended, now or before. */
    Uni<SignedIn> handle(RefreshToken shown, Optional<IdempotencyKey> key, Device device) {
        var next = shown.successor(random);
        var sealed = key.map(known -> shown.seal(next, known)).orElse(null);
        return sessions.rotate(new Rotation(shown.sessionId(), shown.hash(), next.hash(), sealed, device))
                .chain(rotated -> rotated.map(session -> signIn(session, next)).orElseGet(() -> judge(shown, key)));
    }

    private Uni<SignedIn> judge(RefreshToken shown, Optional<IdempotencyKey> key) {
        return sessions.get(shown.sessionId())
                .chain(found -> found.map(session -> judge(shown, key, session))
                        .orElseGet(() -> Uni.createFrom().failure(expired())));
    }

    private Uni<SignedIn> judge(RefreshToken shown, Optional<IdempotencyKey> key, Session session) {
        if (session.endedAt() != null) {
            return Uni.createFrom().failure(revoked());
        }
        if (!session.isLive(clock.instant())) {
            return Uni.createFrom().failure(expired());
        }
        var successor = session.sealedFor(shown).flatMap(kept -> key.flatMap(known -> shown.unseal(kept, known)));
        if (successor.isPresent()) {
            return signIn(session, successor.get());
        }
        audit.tell(AuditEvent.TOKEN_REUSED, Map.of("sessionId", session.id(), "userId", session.userId()));
        return endSession
                .andForgetDevice(session.id())
                .chain(() -> Uni.createFrom().failure(revoked()));
    }

    private Uni<SignedIn> signIn(Session session, RefreshToken token) {
        return findAccount
                .handle(session.userId())
                .map(account -> new SignedIn(
                        account, accessTokens.issue(account.id(), session.id()), token, DeviceTokens.NONE));
    }

    private static ApiException expired() {
        return ApiException.unauthenticated(ErrorCode.SESSION_EXPIRED, "Your session has expired. Sign in again.");
    }

    private static ApiException revoked() {
        return ApiException.unauthenticated(ErrorCode.SESSION_REVOKED, "This session has ended. Sign in again.");
    }
}
