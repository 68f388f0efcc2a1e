package dev.natter.user.http;

import dev.natter.web.Page;
import dev.natter.web.Refusal;
import org.jspecify.annotations.Nullable;

/** The query parameter {@code limit}, read by hand: JAX-RS would answer a word where a number should be with 404. */
public final class PageLimit {

    private PageLimit() {}

    /** How many items to fetch; the default for null, and 400 for what is no number from 1 up. */
    public static int of(@Nullable String text) {
        if (text == null) {
            return Page.limit(null);
        }
        try {
            return Page.limit(Integer.valueOf(text));
        } catch (NumberFormatException malformed) {
            throw Refusal.malformed("limit", "must be a whole number");
        }
    }
}
