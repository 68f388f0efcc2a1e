package dev.natter.user.account;

import io.quarkus.mongodb.panache.common.MongoEntity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The storage shape of an account. Public because its codec requires it; used in this package only. What is null was
 * never changed, or stored by an earlier release.
 *
 * @param foldedName the sort key, see {@link FoldedName}
 * @param searchTerms what name search compares; null in a document of an earlier release
 * @param publishDueAt when this version is to be published, and its follow-ups are to be done (again); missing once the
 *     broker has confirmed it and they are done
 * @param endSessionsBefore sessions that began earlier are to be ended, but for {@code keepSession}
 */
@RegisterForReflection
@MongoEntity(collection = "accounts")
public record AccountDocument(
        @BsonId String id,
        String email,
        String name,
        @Nullable String about,
        String foldedName,
        @Nullable List<String> searchTerms,
        @Nullable Boolean readReceipts,
        @Nullable Boolean lastSeen,
        @Nullable String missedMail,
        @Nullable List<String> blocked,
        Instant createdAt,
        @Nullable Instant deletedAt,
        Instant changedAt,
        long version,
        @Nullable Instant publishDueAt,
        @Nullable Instant endSessionsBefore,
        @Nullable String keepSession,
        @Nullable List<NoticeDocument> notices,
        @Nullable String avatar) {

    /** A mail to be sent to a former address. Public because its codec requires it. */
    @RegisterForReflection
    public record NoticeDocument(String id, String to, Instant at) {}

    /** A new account. */
    static AccountDocument of(Account account, Instant publishDueAt) {
        var name = account.name().value();
        var folded = FoldedName.of(name);
        return new AccountDocument(
                account.id(),
                account.email().value(),
                name,
                null,
                folded.sortKey(),
                folded.terms(),
                null,
                null,
                null,
                null,
                account.createdAt(),
                null,
                account.changedAt(),
                account.version(),
                publishDueAt,
                null,
                null,
                null,
                null);
    }

    Account toAccount() {
        return new Account(
                id,
                new EmailAddress(email),
                new Account.Profile(new DisplayName(name), about == null ? About.NONE : new About(about), avatar),
                settings(),
                blocked == null ? List.of() : blocked,
                createdAt,
                deletedAt,
                changedAt,
                version,
                followUps());
    }

    private Account.FollowUps followUps() {
        return new Account.FollowUps(
                endSessionsBefore == null ? null : new Account.SessionEnd(endSessionsBefore, keepSession),
                notices == null
                        ? List.of()
                        : notices.stream()
                                .map(notice ->
                                        new Account.Notice(notice.id(), new EmailAddress(notice.to()), notice.at()))
                                .toList());
    }

    private Settings settings() {
        return new Settings(
                readReceipts == null || readReceipts,
                lastSeen == null || lastSeen,
                missedMail == null ? Settings.DEFAULT.missedMail() : Settings.MissedMail.of(missedMail));
    }
}
