package dev.natter.user.account;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts. Each change is stored together with the note that it has to be published, kept until it is. */
interface Accounts {

    /** Adds somebody new; false when somebody with that address is there already, also when he came at the same instant. */
    Uni<Boolean> add(Account account);

    Uni<Optional<Account>> get(String id);

    Uni<Optional<Account>> getByEmail(EmailAddress email);

    /** Gives somebody another name; nothing changes when he has it already. Empty when there is no such person. */
    Uni<Optional<Account>> rename(String id, DisplayName name);

    /**
     * Up to {@code limit} people of whose name each word of the query begins a term, in the order of names, from behind the
     * cursor on.
     */
    Uni<List<Account>> findByName(FoldedName query, String exceptId, @Nullable NameCursor after, int limit);

    Uni<List<Account>> getAll(List<String> ids);

    /** Up to {@code limit} people in the order of ids, from behind {@code afterId} on. */
    Uni<List<Account>> page(@Nullable String afterId, int limit);

    /** Takes charge, until {@code until}, of up to {@code limit} changes that are due to be published. */
    Uni<List<Account>> claimUnpublished(Instant until, int limit);

    /** Notes that this version is published. */
    Uni<Void> published(Account account);

    /** Up to {@code limit} accounts that people search cannot find, because an earlier release made them. */
    Uni<List<Account>> findWithoutTerms(int limit);

    /** Makes the account as it is found by people search. */
    Uni<Void> setTerms(Account account);
}
