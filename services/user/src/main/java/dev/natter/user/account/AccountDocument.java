package dev.natter.user.account;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An account as MongoDB keeps it. Public because its codec demands it; nobody outside this package touches it.
 *
 * @param foldedName see {@link FoldedName}
 * @param publishDueAt when this version is to be told (again); missing once the broker has confirmed it
 */
@RegisterForReflection
@MongoEntity(collection = "accounts")
public record AccountDocument(
        @BsonId String id,
        String email,
        String name,
        String foldedName,
        Instant createdAt,
        Instant changedAt,
        long version,
        @Nullable Instant publishDueAt) {

    static AccountDocument of(Account account, Instant publishDueAt) {
        var name = account.name().value();
        return new AccountDocument(
                account.id(),
                account.email().value(),
                name,
                FoldedName.of(name).value(),
                account.createdAt(),
                account.changedAt(),
                account.version(),
                publishDueAt);
    }

    Account toAccount() {
        return new Account(id, new EmailAddress(email), new DisplayName(name), createdAt, changedAt, version);
    }
}
