package dev.natter.user.account;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everybody who ever signed in. Each change is also a note to tell the other services, kept until they were told. */
interface Accounts {

    /** Adds somebody new; false when somebody with that address is there already, also when he came at the same instant. */
    Uni<Boolean> add(Account account);

    Uni<Optional<Account>> findById(String id);

    Uni<Optional<Account>> findByEmail(EmailAddress email);

    /** Gives somebody another name; nothing changes when he has it already. Empty when there is no such person. */
    Uni<Optional<Account>> rename(String id, DisplayName name);

    /** Up to {@code limit} people whose name starts so, in the order of names, from behind the cursor on. */
    Uni<List<Account>> findByName(FoldedName prefix, String exceptId, @Nullable NameCursor after, int limit);

    Uni<List<Account>> findByIds(List<String> ids);

    /** Up to {@code limit} people in the order of ids, from behind {@code afterId} on. */
    Uni<List<Account>> list(@Nullable String afterId, int limit);

    /** Takes charge, until {@code until}, of up to {@code limit} changes of which nobody was told though it is time. */
    Uni<List<Account>> claimUntold(Instant until, int limit);

    /** Notes that everybody was told of this version. */
    Uni<Void> told(Account account);
}
