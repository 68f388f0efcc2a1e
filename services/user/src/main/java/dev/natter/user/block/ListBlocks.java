package dev.natter.user.block;

import dev.natter.user.account.Account;
import dev.natter.user.account.Accounts;
import dev.natter.user.account.FindAccount;
import dev.natter.web.ApiException;
import dev.natter.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists the users whom the caller has blocked, the last blocked first, without deleted accounts. */
@ApplicationScoped
class ListBlocks {

    private final FindAccount findAccount;
    private final Accounts accounts;

    ListBlocks(FindAccount findAccount, Accounts accounts) {
        this.findAccount = findAccount;
        this.accounts = accounts;
    }

    /** A page after the user {@code after}, which may have been unblocked meanwhile only if it is the first page. */
    Uni<Page<Account>> handle(String callerId, @Nullable String after, int limit) {
        return findAccount.handle(callerId).chain(caller -> {
            var ids = new ArrayList<>(caller.blocked());
            Collections.reverse(ids);
            var from = after == null ? 0 : ids.indexOf(after) + 1;
            if (after != null && from == 0) {
                throw ApiException.malformed("after", "must be a cursor from an earlier page");
            }
            var shown = ids.subList(from, Math.min(from + limit, ids.size()));
            var next = from + limit < ids.size() ? shown.get(shown.size() - 1) : null;
            return accounts.getAll(shown).map(found -> new Page<>(inOrder(shown, found), next));
        });
    }

    private static List<Account> inOrder(List<String> ids, List<Account> found) {
        var byId = found.stream()
                .filter(account -> account.deletedAt() == null)
                .collect(Collectors.toMap(Account::id, Function.identity()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }
}
