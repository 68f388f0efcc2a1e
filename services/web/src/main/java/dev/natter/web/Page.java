package dev.natter.web;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most as many as were asked for
 * @param next an opaque cursor to hand back as {@code after}; null on the last page
 */
@RegisterForReflection
public record Page<T>(List<T> items, @Nullable String next) {

    /** How many items a caller gets who does not say. */
    public static final int DEFAULT_LIMIT = 30;

    /** How many items a caller gets at most. */
    public static final int MAX_LIMIT = 100;

    public Page {
        items = List.copyOf(items);
    }

    /** The same page of something else. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }

    /**
     * How many items to fetch for a caller who asked for {@code limit}: the default for null, never more than
     * {@link #MAX_LIMIT}.
     *
     * @throws Refusal 400 when it is below 1
     */
    public static int limit(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1) {
            throw Refusal.malformed("limit", "must be at least 1");
        }
        return Math.min(limit, MAX_LIMIT);
    }
}
