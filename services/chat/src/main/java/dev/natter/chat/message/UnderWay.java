package dev.natter.chat.message;

import dev.natter.web.CallerContext;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Work that is being done, by what it is about: who asks for the same meanwhile gets the outcome of the first. */
final class UnderWay<K, T> {

    private final ConcurrentMap<K, Uni<T>> byKey = new ConcurrentHashMap<>();

    /**
     * Does the work, or waits for the same one that is under way already. Once begun it is brought to its end, even when
     * nobody waits for it any more.
     *
     * @param repeated how the outcome looks to whoever only waited
     */
    Uni<T> join(K key, Supplier<Uni<T>> work, UnaryOperator<T> repeated) {
        var mine = Uni.createFrom()
                .deferred(() -> work.get())
                .onTermination()
                .invoke(() -> byKey.remove(key))
                .memoize()
                .indefinitely();
        var first = byKey.putIfAbsent(key, mine);
        return first == null ? mine : CallerContext.current().comeBack(first).map(repeated);
    }
}
