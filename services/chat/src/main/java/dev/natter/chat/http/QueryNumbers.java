package dev.natter.chat.http;

import dev.natter.web.ApiException;
import dev.natter.web.Page;
import org.jspecify.annotations.Nullable;

/** Numbers in a query, read by hand: JAX-RS would answer a word where a number should be with 404. */
public final class QueryNumbers {

    private QueryNumbers() {}

    /** How many items to fetch; the default for null, and 400 for what is no number from 1 up. */
    public static int limit(@Nullable String text) {
        if (text == null) {
            return Page.limit(null);
        }
        return Page.limit((int) Math.min(number("limit", text), Integer.MAX_VALUE));
    }

    /** The number of a message; 400 for what is no number from 0 up. */
    public static long seq(String field, String text) {
        return number(field, text);
    }

    /** {@code true} or {@code false}; false for null, and 400 for anything else. */
    public static boolean flag(String field, @Nullable String text) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw ApiException.malformed(field, "must be true or false");
        }
        return Boolean.parseBoolean(text);
    }

    private static long number(String field, String text) {
        try {
            var number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            // Refused below, like a negative one.
        }
        throw ApiException.malformed(field, "must be a whole number, not below zero");
    }
}
