package dev.natter.chat.message;

import dev.natter.web.CallerContext;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Lines in which steps are done one after the other, each line for itself. A step begins when the one before it has ended,
 * well or not; one that has begun is brought to its end even when nobody waits for it any more.
 */
final class Turns<K> {

    private static final CompletableFuture<Void> NOTHING_BEFORE = CompletableFuture.completedFuture(null);

    private final ConcurrentMap<K, Line> lines = new ConcurrentHashMap<>();

    /**
     * A line as its last one sees it. The ends know nothing of each other, so that a line that is never empty does not
     * remember everybody who ever stood in it.
     */
    private record Line(CompletableFuture<Void> endBefore, CompletableFuture<Void> end, int length) {}

    /** Joins the line, now. The returned Uni must be subscribed: those behind wait for the end of this step. */
    <T> Uni<T> inTurn(K key, Supplier<Uni<T>> step) {
        var caller = CallerContext.current();
        var end = new CompletableFuture<Void>();
        var line = lines.compute(
                key,
                (same, ahead) -> ahead == null
                        ? new Line(NOTHING_BEFORE, end, 1)
                        : new Line(ahead.end(), end, ahead.length() + 1));
        return caller.comeBack(Uni.createFrom().completionStage(line.endBefore()))
                .chain(() -> step.get())
                .onTermination()
                .invoke(() -> leave(key, end))
                .memoize()
                .indefinitely();
    }

    /** How many are in this line, the one whose turn it is among them. */
    int length(K key) {
        var line = lines.get(key);
        return line == null ? 0 : line.length();
    }

    private void leave(K key, CompletableFuture<Void> end) {
        lines.computeIfPresent(
                key,
                (same, line) -> line.length() == 1 ? null : new Line(line.endBefore(), line.end(), line.length() - 1));
        end.complete(null);
    }
}
