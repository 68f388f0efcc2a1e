package dev.natter.chat.batching;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Executes the requests of each key in the order in which they were submitted, one batch at a time; keys do not wait for each
 * other. A key costs memory only while it has requests.
 */
public final class KeyedSerialExecutor<K, T, R extends @Nullable Object> {

    private final IntUnaryOperator batchSize;
    private final BiFunction<K, List<T>, Uni<List<R>>> execute;
    private final ConcurrentMap<K, Lane<T, R>> lanes = new ConcurrentHashMap<>();

    /** @param unfinished requests that have no reply yet */
    private record Lane<T, R extends @Nullable Object>(RequestBatcher<T, R> batcher, int unfinished) {
        Lane<T, R> with(int more) {
            return new Lane<>(batcher, unfinished + more);
        }
    }

    /**
     * An executor of any number of keys.
     *
     * @param batchSize how many of so many waiting requests of a key to execute at once, at least one
     * @param execute replies in the order of the requests, or fails for all of them
     */
    public KeyedSerialExecutor(IntUnaryOperator batchSize, BiFunction<K, List<T>, Uni<List<R>>> execute) {
        this.batchSize = batchSize;
        this.execute = execute;
    }

    /**
     * Submits the request, now. The returned Uni must be subscribed, because requests are executed by the subscribers of
     * those before them; a subscribed request is executed even if its subscriber goes away. The reply arrives on the caller's
     * context. Bound the number of requests with {@link #unfinished}.
     */
    public Uni<R> submit(K key, T request) {
        var lane = lanes.compute(key, (same, open) -> open == null ? open(key) : open.with(1));
        return lane.batcher()
                .enqueue(request)
                .onTermination()
                .invoke(() ->
                        lanes.computeIfPresent(key, (same, open) -> open.unfinished() == 1 ? null : open.with(-1)))
                .memoize()
                .indefinitely();
    }

    private Lane<T, R> open(K key) {
        var batcher =
                new RequestBatcher<T, R>(Integer.MAX_VALUE, batchSize, 1, batch -> execute.apply(key, batch), null);
        return new Lane<>(batcher, 1);
    }

    /** How many requests of this key have no reply yet. */
    public int unfinished(K key) {
        var lane = lanes.get(key);
        return lane == null ? 0 : lane.unfinished();
    }
}
