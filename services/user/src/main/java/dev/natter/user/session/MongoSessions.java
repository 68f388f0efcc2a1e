package dev.natter.user.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.natter.user.broker.EventConfig;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
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

/** Sessions in MongoDB, each one document, so that every step of its life is one atomic write. */
@ApplicationScoped
class MongoSessions implements Sessions {

    private static final FindOneAndUpdateOptions UPDATED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final SessionDocuments documents;
    private final SessionConfig config;
    private final Duration tellAgainAfter;
    private final Clock clock;

    MongoSessions(SessionDocuments documents, SessionConfig config, EventConfig events, Clock clock) {
        this.documents = documents;
        this.config = config;
        this.tellAgainAfter = events.retryAfter();
        this.clock = clock;
    }

    @Override
    public Uni<Void> add(Session session) {
        return collection().insertOne(SessionDocument.of(session)).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Session>> find(String id) {
        return collection()
                .find(new FindOptions().filter(eq("_id", id)).limit(1))
                .map(SessionDocument::toSession)
                .collect()
                .asList()
                .map(found -> found.stream().findFirst());
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
        return update(and(isLive(now), eq("_id", rotation.sessionId()), eq("tokenHash", rotation.shown())), changes);
    }

    @Override
    public Uni<Optional<Session>> end(String id) {
        var now = clock.instant();
        return update(
                and(eq("_id", id), eq("endedAt", null)),
                List.of(
                        set("endedAt", now),
                        set("publishDueAt", now.plus(tellAgainAfter)),
                        set("removeAt", now.plus(config.rememberEnded()))));
    }

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
        return collection()
                .find(new FindOptions()
                        .filter(filter)
                        .sort(descending("createdAt", "_id"))
                        .limit(limit))
                .map(SessionDocument::toSession)
                .collect()
                .asList();
    }

    @Override
    public Uni<List<Session>> claimUntold(Instant until, int limit) {
        return collection()
                .find(new FindOptions()
                        .filter(lte("publishDueAt", clock.instant()))
                        .sort(ascending("publishDueAt"))
                        .limit(limit))
                .onItem()
                .transformToUniAndConcatenate(due -> claim(due, until))
                .collect()
                .asList()
                .map(claimed -> claimed.stream().flatMap(Optional::stream).toList());
    }

    /** Of several replicas that have seen the same one, the first moves its date, and the others find nothing to claim. */
    private Uni<Optional<Session>> claim(SessionDocument due, Instant until) {
        return update(
                and(eq("_id", due.id()), eq("publishDueAt", due.publishDueAt())), List.of(set("publishDueAt", until)));
    }

    @Override
    public Uni<Void> told(Session session) {
        return collection()
                .updateOne(eq("_id", session.id()), unset("publishDueAt"))
                .replaceWithVoid();
    }

    private static Bson isLive(Instant now) {
        return and(eq("endedAt", null), gt("idleUntil", now), gt("endsAt", now));
    }

    private Uni<Optional<Session>> update(Bson filter, List<Bson> changes) {
        return collection()
                .findOneAndUpdate(filter, combine(changes), UPDATED)
                .map(changed -> Optional.ofNullable(changed).map(SessionDocument::toSession));
    }

    private ReactiveMongoCollection<SessionDocument> collection() {
        return documents.mongoCollection();
    }
}
