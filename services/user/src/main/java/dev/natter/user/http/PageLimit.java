package dev.natter.user.http;

import dev.natter.web.ApiException;
import dev.natter.web.Page;
import org.jspecify.annotations.Nullable;

/** The query parameter {@code limit}, parsed by hand: JAX-RS would respond with 404 for a malformed number. */
public final class PageLimit {

    private PageLimit() {}

    /** The page size: the default for null; fails with 400 for anything but a number of at least 1. */
    public static int of(@Nullable String text) {
        if (text == null) {
            return Page.limit(null);
        }
        try {
            return Page.limit(Integer.valueOf(text));
        } catch (NumberFormatException malformed) {
            throw ApiException.malformed("limit", "must be a whole number");
        }
    }
}
