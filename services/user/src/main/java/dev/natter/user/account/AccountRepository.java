package dev.natter.user.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.natter.user.account.AccountDocument.NoticeDocument;
import dev.natter.user.broker.EventConfig;
import dev.natter.user.store.DueDocuments;
import dev.natter.user.store.Duplicates;
import dev.natter.user.store.StoreIndexes;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Accounts in MongoDB. One document each, so that a change and the note to publish it are one write. */
@ApplicationScoped
class AccountRepository implements Accounts, ReactivePanacheMongoRepositoryBase<AccountDocument, String> {

    /** Longer than a sign-in takes. */
    private static final Duration SIGN_IN_MARGIN = Duration.ofMinutes(1);

    private static final Bson IS_NOT_DELETED = eq("deletedAt", null);

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
        return findByIdOptional(id)
                .map(found -> found.map(AccountDocument::toAccount).filter(account -> !account.isDeleted()));
    }

    /** Index {@code email}. */
    @Override
    public Uni<Optional<Account>> getByEmail(EmailAddress email) {
        return find(eq("email", email.value()))
                .<AccountDocument>firstResultOptional()
                .map(found -> found.map(AccountDocument::toAccount));
    }

    @Override
    public Uni<Optional<Account>> change(String id, ProfileChange change) {
        var values = new LinkedHashMap<String, Object>();
        if (change.name() != null) {
            values.put("name", change.name().value());
        }
        if (change.about() != null) {
            values.put("about", change.about().value());
        }
        if (change.readReceipts() != null) {
            values.put("readReceipts", change.readReceipts());
        }
        if (change.lastSeen() != null) {
            values.put("lastSeen", change.lastSeen());
        }
        if (change.missedMail() != null) {
            values.put("missedMail", change.missedMail().wireName());
        }
        var differs = or(values.entrySet().stream()
                .map(each -> ne(each.getKey(), each.getValue()))
                .toList());
        var updates = new ArrayList<Bson>();
        values.forEach((field, value) -> updates.add(set(field, value)));
        if (change.name() != null) {
            var folded = FoldedName.of(change.name().value());
            updates.add(set("foldedName", folded.sortKey()));
            updates.add(set("searchTerms", folded.terms()));
        }
        return update(id, differs, updates);
    }

    @Override
    public Uni<Optional<Account>> changeEmail(Account account, EmailAddress email, String keptSessionId) {
        var now = clock.instant();
        var notice =
                new NoticeDocument(UUID.randomUUID().toString(), account.email().value(), now);
        return indexes.ensured()
                .chain(() -> update(
                        account.id(),
                        // Of concurrent changes each notifies the address that it replaced.
                        eq("email", account.email().value()),
                        List.of(
                                set("email", email.value()),
                                set("endSessionsBefore", now),
                                set("keepSession", keptSessionId),
                                push("notices", notice))))
                .onFailure(Duplicates::isDuplicate)
                .transform(taken -> ApiException.conflict(
                        ErrorCode.EMAIL_TAKEN, "This e-mail address belongs to another account."));
    }

    @Override
    public Uni<Optional<Account>> changeAvatar(String id, @Nullable String before, @Nullable String after) {
        return change(
                and(eq("_id", id), IS_NOT_DELETED, eq("avatar", before)),
                List.of(after == null ? unset("avatar") : set("avatar", after)));
    }

    @Override
    public Uni<Optional<Account>> delete(String id) {
        var now = clock.instant();
        return change(
                and(eq("_id", id), IS_NOT_DELETED),
                List.of(
                        // The index is unique, and no one can sign in to what is no address.
                        set("email", "deleted:" + id),
                        set("name", ""),
                        set("foldedName", ""),
                        set("searchTerms", List.of()),
                        unset("about"),
                        unset("avatar"),
                        unset("readReceipts"),
                        unset("lastSeen"),
                        unset("missedMail"),
                        unset("blocked"),
                        unset("notices"),
                        set("deletedAt", now),
                        // One that begins at the same moment ends too.
                        set("endSessionsBefore", now.plus(SIGN_IN_MARGIN)),
                        unset("keepSession")));
    }

    @Override
    public Uni<Void> noticed(String id, Account.Notice notice) {
        return mongoCollection()
                .updateOne(eq("_id", id), pull("notices", new Document("id", notice.id())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Account>> block(String id, String blockedId, int most) {
        var hasRoom = exists("blocked." + (most - 1), false);
        return update(id, and(ne("blocked", blockedId), hasRoom), List.of(push("blocked", blockedId)));
    }

    @Override
    public Uni<Optional<Account>> unblock(String id, String blockedId) {
        return update(id, eq("blocked", blockedId), List.of(pull("blocked", blockedId)));
    }

    /** Changes an account that has not been deleted if {@code differs}, and notes that it is to be published. */
    private Uni<Optional<Account>> update(String id, Bson differs, List<Bson> updates) {
        return change(and(eq("_id", id), IS_NOT_DELETED, differs), updates)
                .chain(changed -> changed.isEmpty() ? get(id) : Uni.createFrom().item(changed));
    }

    private Uni<Optional<Account>> change(Bson filter, List<Bson> updates) {
        var now = clock.instant();
        var all = new ArrayList<>(updates);
        all.add(set("changedAt", now));
        all.add(set("publishDueAt", now.plus(publishAgainAfter)));
        all.add(inc("version", 1L));
        return mongoCollection()
                .findOneAndUpdate(
                        filter, combine(all), new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))
                .map(changed -> Optional.ofNullable(changed).map(AccountDocument::toAccount));
    }

    /** Index {@code searchTerms, foldedName, _id}: a range of it for one of the words. */
    @Override
    public Uni<List<Account>> findByName(FoldedName query, String callerId, @Nullable NameCursor after, int limit) {
        var conditions = new ArrayList<Bson>();
        query.words().forEach(word -> conditions.add(beginsATerm(word)));
        conditions.add(ne("_id", callerId));
        conditions.add(ne("blocked", callerId));
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
        return update(combine(unset("publishDueAt"), unset("endSessionsBefore"), unset("keepSession")))
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
