package dev.natter.user.account;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The storage shape of an account. Public because its codec requires it; used in this package only.
 *
 * @param foldedName the sort key, see {@link FoldedName}
 * @param searchTerms what name search compares; null in a document of an earlier release
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
