package dev.natter.user.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.natter.user.broker.EventConfig;
import dev.natter.user.store.DueDocuments;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Sessions in MongoDB. One document each, so that every change is one atomic write. */
@ApplicationScoped
class SessionRepository implements Sessions, ReactivePanacheMongoRepositoryBase<SessionDocument, String> {

    private static final FindOneAndUpdateOptions UPDATED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final SessionConfig config;
    private final Duration publishAgainAfter;
    private final Clock clock;

    SessionRepository(SessionConfig config, EventConfig events, Clock clock) {
        this.config = config;
        this.publishAgainAfter = events.retryAfter();
        this.clock = clock;
    }

    @Override
    public Uni<Void> add(Session session) {
        return persist(SessionDocument.of(session)).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Session>> get(String id) {
        return findByIdOptional(id).map(found -> found.map(SessionDocument::toSession));
    }

    @Override
    public Uni<Optional<Session>> rotate(Rotation rotation) {
        var now = clock.instant();
        var changes = new ArrayList<Bson>();
        changes.add(set("tokenHash", rotation.next()));
        changes.add(set("previousTokenHash", rotation.shown()));
        var sealed = rotation.sealedNext();
        changes.add(sealed == null ? unset("sealedToken") : set("sealedToken", sealed.secret()));
        changes.add(sealed == null ? unset("sealedProof") : set("sealedProof", sealed.proof()));
        changes.add(set("rotatedAt", now));
        changes.add(set("lastUsedAt", now));
        changes.add(set("idleUntil", now.plus(config.idleLifetime())));
        changes.add(set("userAgent", rotation.device().userAgent()));
        changes.add(set("network", rotation.device().network()));
        return change(and(isLive(now), eq("_id", rotation.sessionId()), eq("tokenHash", rotation.shown())), changes);
    }

    @Override
    public Uni<Optional<Session>> end(String id) {
        var now = clock.instant();
        return change(
                and(eq("_id", id), eq("endedAt", null)),
                List.of(
                        set("endedAt", now),
                        set("publishDueAt", now.plus(publishAgainAfter)),
                        set("removeAt", now.plus(config.rememberEnded()))));
    }

    /** Index {@code userId, createdAt, _id}. */
    @Override
    public Uni<List<Session>> live(String userId, @Nullable SessionCursor after, int limit) {
        var live = and(eq("userId", userId), isLive(clock.instant()));
        var filter = after == null
                ? live
                : and(
                        live,
                        or(
                                lt("createdAt", after.createdAt()),
                                and(eq("createdAt", after.createdAt()), lt("_id", after.id()))));
        return sessions(
                find(filter, descending("createdAt", "_id")).page(0, limit).list());
    }

    /** Index {@code publishDueAt}. */
    @Override
    public Uni<List<Session>> claimUnpublished(Instant until, int limit) {
        return sessions(DueDocuments.claim(
                mongoCollection(), SessionDocument::id, SessionDocument::publishDueAt, clock.instant(), until, limit));
    }

    @Override
    public Uni<Void> published(Session session) {
        return update(unset("publishDueAt")).where("_id", session.id()).replaceWithVoid();
    }

    private static Bson isLive(Instant now) {
        return and(eq("endedAt", null), gt("idleUntil", now), gt("endsAt", now));
    }

    private Uni<Optional<Session>> change(Bson filter, List<Bson> changes) {
        return mongoCollection()
                .findOneAndUpdate(filter, combine(changes), UPDATED)
                .map(changed -> Optional.ofNullable(changed).map(SessionDocument::toSession));
    }

    private static Uni<List<Session>> sessions(Uni<List<SessionDocument>> documents) {
        return documents.map(
                found -> found.stream().map(SessionDocument::toSession).toList());
    }
}
