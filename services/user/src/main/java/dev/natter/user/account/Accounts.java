package dev.natter.user.account;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts. Each change is stored with a note that it has to be published, which stays until it is. */
public interface Accounts {

    /** Adds an account; false if there is one with that address already, also when added concurrently. */
    Uni<Boolean> add(Account account);

    /** The account with this id; empty if it was deleted. */
    Uni<Optional<Account>> get(String id);

    Uni<Optional<Account>> getByEmail(EmailAddress email);

    /** Changes an account; stores nothing if it is so already. Empty if there is no such account. */
    Uni<Optional<Account>> change(String id, ProfileChange change);

    /**
     * Up to {@code limit} accounts, each with a term for every word of the query that begins with it, ordered by name,
     * after the cursor. Neither the caller's nor those that have blocked the caller.
     */
    Uni<List<Account>> findByName(FoldedName query, String callerId, @Nullable NameCursor after, int limit);

    /** The accounts with these ids, deleted ones included. */
    Uni<List<Account>> getAll(List<String> ids);

    /** Up to {@code limit} accounts ordered by id, after {@code afterId}, deleted ones included. */
    Uni<List<Account>> page(@Nullable String afterId, int limit);

    /**
     * Gives an account another address; its other sessions have to end, and the former address to be notified. Empty if there
     * is no such account. Fails with 409 if the address belongs to another account.
     */
    Uni<Optional<Account>> changeEmail(Account account, EmailAddress email, String keptSessionId);

    /**
     * Gives an account another avatar, or none. Empty if there is no such account, or its avatar is another than {@code before}
     * by now.
     */
    Uni<Optional<Account>> changeAvatar(String id, @Nullable String before, @Nullable String after);

    /** Erases an account but for its id; all its sessions have to end. Empty if there is no such account. */
    Uni<Optional<Account>> delete(String id);

    /** Records that a notice was sent. */
    Uni<Void> noticed(String id, Account.Notice notice);

    /**
     * Adds a user to those whom an account has blocked, or changes nothing if there are {@code most} already or the user is
     * one of them. Empty if there is no such account.
     */
    Uni<Optional<Account>> block(String id, String blockedId, int most);

    /** Removes a user from those whom an account has blocked. Empty if there is no such account. */
    Uni<Optional<Account>> unblock(String id, String blockedId);

    /** Claims, until {@code until}, up to {@code limit} changes that are due to be published. */
    Uni<List<Account>> claimUnpublished(Instant until, int limit);

    /** Records that this version is published, and what had to follow it done. */
    Uni<Void> published(Account account);

    /** Up to {@code limit} accounts without search terms, which an earlier release created. */
    Uni<List<Account>> findWithoutTerms(int limit);

    /** Stores the search terms of an account. */
    Uni<Void> setTerms(Account account);
}
