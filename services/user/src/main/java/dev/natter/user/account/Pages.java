package dev.natter.user.account;

import dev.natter.web.Page;
import java.util.List;
import java.util.function.Function;

/** Cuts pages. */
final class Pages {

    private Pages() {}

    /** A page of what was found when one more than {@code limit} was asked for, to see whether there is more. */
    static Page<Account> of(List<Account> found, int limit, Function<Account, String> cursorBehind) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), cursorBehind.apply(found.get(limit - 1)));
    }
}
