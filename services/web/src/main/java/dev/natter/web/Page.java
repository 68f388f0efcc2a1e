package dev.natter.web;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most as many as requested
 * @param next an opaque cursor to send as {@code after}; null on the last page
 */
@RegisterForReflection
public record Page<T>(List<T> items, @Nullable String next) {

    /** The default page size. */
    public static final int DEFAULT_LIMIT = 30;

    /** The maximum page size. */
    public static final int MAX_LIMIT = 100;

    public Page {
        items = List.copyOf(items);
    }

    /** The page with each item converted. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }

    /**
     * The page size for a requested {@code limit}: the default for null, at most {@link #MAX_LIMIT}.
     *
     * @throws ApiException 400 if it is below 1
     */
    public static int limit(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1) {
            throw ApiException.malformed("limit", "must be at least 1");
        }
        return Math.min(limit, MAX_LIMIT);
    }
}
