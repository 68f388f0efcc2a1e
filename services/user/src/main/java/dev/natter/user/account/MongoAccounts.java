package dev.natter.user.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.natter.user.broker.EventConfig;
import dev.natter.user.store.Duplicates;
import dev.natter.user.store.StoreIndexes;
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

/** Accounts in MongoDB, each one document, so that a change and the note to tell of it are one write. */
@ApplicationScoped
class MongoAccounts implements Accounts {

    private static final FindOneAndUpdateOptions UPDATED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final AccountDocuments documents;
    private final StoreIndexes indexes;
    private final Clock clock;
    private final Duration tellAgainAfter;

    MongoAccounts(AccountDocuments documents, StoreIndexes indexes, Clock clock, EventConfig events) {
        this.documents = documents;
        this.indexes = indexes;
        this.clock = clock;
        this.tellAgainAfter = events.retryAfter();
    }

    @Override
    public Uni<Boolean> add(Account account) {
        var document = AccountDocument.of(account, account.changedAt().plus(tellAgainAfter));
        // Without its unique index two first sign-ins at once would make two accounts.
        return indexes.ensured()
                .chain(() -> collection().insertOne(document))
                .replaceWith(true)
                .onFailure(Duplicates::isDuplicate)
                .recoverWithItem(false);
    }

    @Override
    public Uni<Optional<Account>> findById(String id) {
        return first(eq("_id", id));
    }

    @Override
    public Uni<Optional<Account>> findByEmail(EmailAddress email) {
        return first(eq("email", email.value()));
    }

    @Override
    public Uni<Optional<Account>> rename(String id, DisplayName name) {
        var now = clock.instant();
        return collection()
                .findOneAndUpdate(
                        and(eq("_id", id), ne("name", name.value())),
                        combine(
                                set("name", name.value()),
                                set("foldedName", FoldedName.of(name.value()).value()),
                                set("changedAt", now),
                                set("publishDueAt", now.plus(tellAgainAfter)),
                                inc("version", 1L)),
                        UPDATED)
                .chain(renamed ->
                        renamed == null ? findById(id) : Uni.createFrom().item(Optional.of(renamed.toAccount())));
    }

    @Override
    public Uni<List<Account>> findByName(FoldedName prefix, String exceptId, @Nullable NameCursor after, int limit) {
        var conditions = new ArrayList<Bson>();
        conditions.add(gte("foldedName", prefix.value()));
        prefix.end().ifPresent(end -> conditions.add(lt("foldedName", end)));
        conditions.add(ne("_id", exceptId));
        if (after != null) {
            conditions.add(or(
                    gt("foldedName", after.foldedName()),
                    and(eq("foldedName", after.foldedName()), gt("_id", after.id()))));
        }
        return all(and(conditions), ascending("foldedName", "_id"), limit);
    }

    @Override
    public Uni<List<Account>> findByIds(List<String> ids) {
        return all(in("_id", ids), ascending("_id"), ids.size());
    }

    @Override
    public Uni<List<Account>> list(@Nullable String afterId, int limit) {
        return all(gt("_id", afterId == null ? "" : afterId), ascending("_id"), limit);
    }

    @Override
    public Uni<List<Account>> claimUntold(Instant until, int limit) {
        return collection()
                .find(new FindOptions()
                        .filter(lte("publishDueAt", clock.instant()))
                        .sort(ascending("publishDueAt"))
                        .limit(limit))
                .onItem()
                .transformToUniAndConcatenate(due -> claim(due, until))
                .map(AccountDocument::toAccount)
                .collect()
                .asList();
    }

    /** Of several replicas that have seen the same one, the first moves its date, and the others find nothing to claim. */
    private Uni<@Nullable AccountDocument> claim(AccountDocument due, Instant until) {
        return collection()
                .findOneAndUpdate(
                        and(eq("_id", due.id()), eq("publishDueAt", due.publishDueAt())),
                        set("publishDueAt", until),
                        UPDATED);
    }

    @Override
    public Uni<Void> told(Account account) {
        return collection()
                .updateOne(and(eq("_id", account.id()), eq("version", account.version())), unset("publishDueAt"))
                .replaceWithVoid();
    }

    private Uni<Optional<Account>> first(Bson filter) {
        return all(filter, ascending("_id"), 1).map(found -> found.stream().findFirst());
    }

    private Uni<List<Account>> all(Bson filter, Bson order, int limit) {
        return collection()
                .find(new FindOptions().filter(filter).sort(order).limit(limit))
                .map(AccountDocument::toAccount)
                .collect()
                .asList();
    }

    private ReactiveMongoCollection<AccountDocument> collection() {
        return documents.mongoCollection();
    }
}
