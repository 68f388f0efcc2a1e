package dev.natter.user.account;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accounts without MongoDB. */
final class InMemoryAccounts implements Accounts {

    private final Map<String, Account> accounts = new LinkedHashMap<>();
    final List<Account> published = new ArrayList<>();

    /** What another replica does between a look and a write. */
    Runnable beforeAdd = () -> {};

    void put(Account account) {
        accounts.put(account.id(), account);
    }

    @Override
    public Uni<Boolean> add(Account account) {
        return Uni.createFrom().item(() -> {
            beforeAdd.run();
            if (accounts.values().stream().anyMatch(other -> other.email().equals(account.email()))) {
                return false;
            }
            put(account);
            return true;
        });
    }

    @Override
    public Uni<Optional<Account>> get(String id) {
        return Uni.createFrom().item(() -> Optional.ofNullable(accounts.get(id)));
    }

    @Override
    public Uni<Optional<Account>> getByEmail(EmailAddress email) {
        return Uni.createFrom()
                .item(() -> accounts.values().stream()
                        .filter(account -> account.email().equals(email))
                        .findFirst());
    }

    @Override
    public Uni<Optional<Account>> changeAvatar(String id, String before, String after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Optional<Account>> change(String id, ProfileChange change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Optional<Account>> changeEmail(Account account, EmailAddress email, String keptSessionId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Optional<Account>> delete(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Void> noticed(String id, Account.Notice notice) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Optional<Account>> block(String id, String blockedId, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Optional<Account>> unblock(String id, String blockedId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<List<Account>> findByName(FoldedName query, String callerId, NameCursor after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<List<Account>> getAll(List<String> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<List<Account>> page(String afterId, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<List<Account>> claimUnpublished(Instant until, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Void> published(Account account) {
        return Uni.createFrom().voidItem().invoke(() -> published.add(account));
    }

    @Override
    public Uni<List<Account>> findWithoutTerms(int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Void> setTerms(Account account) {
        throw new UnsupportedOperationException();
    }
}
