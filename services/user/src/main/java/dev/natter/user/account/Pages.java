package dev.natter.user.account;

import dev.natter.web.Page;
import java.util.List;
import java.util.function.Function;

/** Builds pages. */
final class Pages {

    private Pages() {}

    /**
     * A page of the items found when one more than {@code limit} was requested, which shows whether there is a next
     * page.
     */
    static Page<Account> of(List<Account> found, int limit, Function<Account, String> cursorBehind) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), cursorBehind.apply(found.get(limit - 1)));
    }
}
