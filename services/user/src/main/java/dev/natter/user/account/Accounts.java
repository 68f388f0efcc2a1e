package dev.natter.user.account;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts. Each change is stored with a note that it has to be published, which stays until it is. */
interface Accounts {

    /** Adds an account; false if there is one with that address already, also when added concurrently. */
    Uni<Boolean> add(Account account);

    Uni<Optional<Account>> get(String id);

    Uni<Optional<Account>> getByEmail(EmailAddress email);

    /** Renames an account; changes nothing if it has that name already. Empty if there is no such account. */
    Uni<Optional<Account>> rename(String id, DisplayName name);

    /**
     * Up to {@code limit} accounts, each with a term for every word of the query that begins with it, ordered by name,
     * after the cursor.
     */
    Uni<List<Account>> findByName(FoldedName query, String exceptId, @Nullable NameCursor after, int limit);

    Uni<List<Account>> getAll(List<String> ids);

    /** Up to {@code limit} accounts ordered by id, after {@code afterId}. */
    Uni<List<Account>> page(@Nullable String afterId, int limit);

    /** Claims, until {@code until}, up to {@code limit} changes that are due to be published. */
    Uni<List<Account>> claimUnpublished(Instant until, int limit);

    /** Records that this version is published. */
    Uni<Void> published(Account account);

    /** Up to {@code limit} accounts without search terms, which an earlier release created. */
    Uni<List<Account>> findWithoutTerms(int limit);

    /** Stores the search terms of an account. */
    Uni<Void> setTerms(Account account);
}
