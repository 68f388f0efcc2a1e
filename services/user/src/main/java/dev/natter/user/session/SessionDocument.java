package dev.natter.user.session;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The storage shape of a session. Public because its codec requires it; used in this package only.
 *
 * @param publishDueAt when its end is to be published (again); missing before, and once that is done
 * @param removeAt when MongoDB may remove it
 */
@RegisterForReflection
@MongoEntity(collection = "sessions")
public record SessionDocument(
        @BsonId String id,
        String userId,
        String userAgent,
        String network,
        Instant createdAt,
        Instant lastUsedAt,
        Instant idleUntil,
        Instant endsAt,
        @Nullable Instant endedAt,
        String tokenHash,
        @Nullable String previousTokenHash,
        @Nullable String sealedToken,
        @Nullable String sealedProof,
        Instant rotatedAt,
        @Nullable Instant publishDueAt,
        Instant removeAt) {

    static SessionDocument of(Session session) {
        var sealed = session.tokens().sealedCurrent();
        return new SessionDocument(
                session.id(),
                session.userId(),
                session.device().userAgent(),
                session.device().network(),
                session.createdAt(),
                session.lastUsedAt(),
                session.idleUntil(),
                session.endsAt(),
                session.endedAt(),
                session.tokens().current(),
                session.tokens().previous(),
                sealed == null ? null : sealed.secret(),
                sealed == null ? null : sealed.proof(),
                session.tokens().rotatedAt(),
                null,
                session.endsAt());
    }

    Session toSession() {
        return new Session(
                id,
                userId,
                new Device(userAgent, network),
                createdAt,
                lastUsedAt,
                idleUntil,
                endsAt,
                endedAt,
                new Session.Tokens(tokenHash, previousTokenHash, sealed(), rotatedAt));
    }

    private @Nullable SealedToken sealed() {
        return sealedToken == null || sealedProof == null ? null : new SealedToken(sealedToken, sealedProof);
    }
}
