package dev.natter.user.account;

import dev.natter.web.ApiException;
import dev.natter.web.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists profiles for other services: by id, or all of them page by page. */
@ApplicationScoped
class ListProfiles {

    private final Accounts accounts;

    ListProfiles(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The profiles with these comma-separated ids; unknown ids are left out. */
    Uni<Page<Account>> handle(String ids) {
        var wanted = Arrays.stream(ids.split(","))
                .filter(id -> !id.isBlank())
                .distinct()
                .toList();
        if (wanted.size() > Page.MAX_LIMIT) {
            throw ApiException.malformed("ids", "must have at most " + Page.MAX_LIMIT + " ids");
        }
        return wanted.isEmpty()
                ? Uni.createFrom().item(new Page<>(List.of(), null))
                : accounts.getAll(wanted).map(found -> new Page<>(found, null));
    }

    /** All profiles ordered by id, after {@code afterId}; events announce those added meanwhile. */
    Uni<Page<Account>> handle(@Nullable String afterId, int limit) {
        return accounts.page(afterId, limit + 1).map(found -> Pages.of(found, limit, Account::id));
    }
}
