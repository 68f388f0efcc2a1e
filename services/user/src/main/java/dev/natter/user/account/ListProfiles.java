package dev.natter.user.account;

import dev.natter.web.Page;
import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands profiles to another service: those it misses, or page by page all of them. */
@ApplicationScoped
class ListProfiles {

    private final Accounts accounts;

    ListProfiles(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The profiles with these ids, which are separated by commas; unknown ones are left out. */
    Uni<Page<Account>> handle(String ids) {
        var wanted = Arrays.stream(ids.split(","))
                .filter(id -> !id.isBlank())
                .distinct()
                .toList();
        if (wanted.size() > Page.MAX_LIMIT) {
            throw Refusal.malformed("ids", "must be at most " + Page.MAX_LIMIT);
        }
        return wanted.isEmpty()
                ? Uni.createFrom().item(new Page<>(List.of(), null))
                : accounts.getAll(wanted).map(found -> new Page<>(found, null));
    }

    /** All profiles in the order of ids, from behind {@code afterId} on; whoever comes meanwhile is told of by event. */
    Uni<Page<Account>> handle(@Nullable String afterId, int limit) {
        return accounts.page(afterId, limit + 1).map(found -> Pages.of(found, limit, Account::id));
    }
}
