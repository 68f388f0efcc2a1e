package dev.natter.user.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
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
import dev.natter.user.store.DueDocuments;
import dev.natter.user.store.Duplicates;
import dev.natter.user.store.StoreIndexes;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Accounts in MongoDB. One document each, so that a change and the note to publish it are one write. */
@ApplicationScoped
class AccountRepository implements Accounts, ReactivePanacheMongoRepositoryBase<AccountDocument, String> {

    private final StoreIndexes indexes;
    private final Clock clock;
    private final Duration publishAgainAfter;

    AccountRepository(StoreIndexes indexes, Clock clock, EventConfig events) {
        this.indexes = indexes;
        this.clock = clock;
        this.publishAgainAfter = events.retryAfter();
    }

    @Override
    public Uni<Boolean> add(Account account) {
        var document = AccountDocument.of(account, account.changedAt().plus(publishAgainAfter));
        // Without the unique index two concurrent first sign-ins would create two accounts.
        return indexes.ensured()
                .chain(() -> persist(document))
                .replaceWith(true)
                .onFailure(Duplicates::isDuplicate)
                .recoverWithItem(false);
    }

    @Override
    public Uni<Optional<Account>> get(String id) {
        return findByIdOptional(id).map(found -> found.map(AccountDocument::toAccount));
    }

    /** Index {@code email}. */
    @Override
    public Uni<Optional<Account>> getByEmail(EmailAddress email) {
        return find(eq("email", email.value()))
                .<AccountDocument>firstResultOptional()
                .map(found -> found.map(AccountDocument::toAccount));
    }

    @Override
    public Uni<Optional<Account>> rename(String id, DisplayName name) {
        var now = clock.instant();
        var folded = FoldedName.of(name.value());
        return mongoCollection()
                .findOneAndUpdate(
                        and(eq("_id", id), ne("name", name.value())),
                        combine(
                                set("name", name.value()),
                                set("foldedName", folded.sortKey()),
                                set("searchTerms", folded.terms()),
                                set("changedAt", now),
                                set("publishDueAt", now.plus(publishAgainAfter)),
                                inc("version", 1L)),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))
                .chain(renamed -> renamed == null ? get(id) : Uni.createFrom().item(Optional.of(renamed.toAccount())));
    }

    /** Index {@code searchTerms, foldedName, _id}: a range of it for one of the words. */
    @Override
    public Uni<List<Account>> findByName(FoldedName query, String exceptId, @Nullable NameCursor after, int limit) {
        var conditions = new ArrayList<Bson>();
        query.words().forEach(word -> conditions.add(beginsATerm(word)));
        conditions.add(ne("_id", exceptId));
        if (after != null) {
            conditions.add(or(
                    gt("foldedName", after.foldedName()),
                    and(eq("foldedName", after.foldedName()), gt("_id", after.id()))));
        }
        return accounts(find(and(conditions), ascending("foldedName", "_id"))
                .page(0, limit)
                .list());
    }

    /** {@code elemMatch}, so that one and the same term is within both bounds. */
    private static Bson beginsATerm(String word) {
        var range = new Document("$gte", word);
        FoldedName.behind(word).ifPresent(end -> range.append("$lt", end));
        return elemMatch("searchTerms", range);
    }

    @Override
    public Uni<List<Account>> getAll(List<String> ids) {
        return accounts(list("_id in ?1", Sort.by("_id"), ids));
    }

    @Override
    public Uni<List<Account>> page(@Nullable String afterId, int limit) {
        return accounts(find("_id > ?1", Sort.by("_id"), afterId == null ? "" : afterId)
                .page(0, limit)
                .list());
    }

    /** Index {@code publishDueAt}. */
    @Override
    public Uni<List<Account>> claimUnpublished(Instant until, int limit) {
        return accounts(DueDocuments.claim(
                mongoCollection(), AccountDocument::id, AccountDocument::publishDueAt, clock.instant(), until, limit));
    }

    @Override
    public Uni<Void> published(Account account) {
        return update(unset("publishDueAt"))
                .where("_id = ?1 and version = ?2", account.id(), account.version())
                .replaceWithVoid();
    }

    /** Index {@code searchTerms}: finds accounts of a release that did not store terms. */
    @Override
    public Uni<List<Account>> findWithoutTerms(int limit) {
        return accounts(find("searchTerms", (Object) null).page(0, limit).list());
    }

    @Override
    public Uni<Void> setTerms(Account account) {
        var folded = FoldedName.of(account.name().value());
        return update(combine(set("foldedName", folded.sortKey()), set("searchTerms", folded.terms())))
                .where("_id = ?1 and name = ?2", account.id(), account.name().value())
                .replaceWithVoid();
    }

    private static Uni<List<Account>> accounts(Uni<List<AccountDocument>> documents) {
        return documents.map(
                found -> found.stream().map(AccountDocument::toAccount).toList());
    }
}
