package dev.natter.user.account;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An account as MongoDB keeps it. Public because its codec demands it; nobody outside this package touches it.
 *
 * @param foldedName the order of names, see {@link FoldedName}
 * @param searchTerms what people search finds it by; null in a document of an earlier release
 * @param publishDueAt when this version is to be published (again); missing once the broker has confirmed it
 */
@RegisterForReflection
@MongoEntity(collection = "accounts")
public record AccountDocument(
        @BsonId String id,
        String email,
        String name,
        String foldedName,
        @Nullable List<String> searchTerms,
        Instant createdAt,
        Instant changedAt,
        long version,
        @Nullable Instant publishDueAt) {

    static AccountDocument of(Account account, Instant publishDueAt) {
        var name = account.name().value();
        var folded = FoldedName.of(name);
        return new AccountDocument(
                account.id(),
                account.email().value(),
                name,
                folded.sortKey(),
                folded.terms(),
                account.createdAt(),
                account.changedAt(),
                account.version(),
                publishDueAt);
    }

    Account toAccount() {
        return new Account(id, new EmailAddress(email), new DisplayName(name), createdAt, changedAt, version);
    }
}
