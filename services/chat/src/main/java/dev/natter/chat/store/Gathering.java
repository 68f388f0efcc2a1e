package dev.natter.chat.store;

import dev.natter.web.CallerContext;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks together what is asked at the same time. Who comes while nobody asks goes at once, alone; who comes while a command is
 * under way waits for it with the others that do, and goes with them in the next. So a quiet service answers as soon as ever,
 * and a busy one asks once where it would have asked a hundred times.
 *
 * <p>In traces, who goes alone asks within his own; what goes together is a trace of its own, linked to those of all who asked.
 *
 * @param <T> a question
 * @param <R> its answer
 */
public final class Gathering<T, R extends @Nullable Object> {

    /** So many commands' worth may wait; what comes on top of that would wait longer than anybody has patience. */
    static final int COMMANDS_WAITING = 100;

    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final int most;
    private final int atOnce;
    private final Function<List<T>, Uni<List<R>>> together;
    private final Deque<Ticket<T, R>> waiting = new ArrayDeque<>();
    private int underWay;

    /** Somebody who asks: learns either the answer, or that it is on him to ask for all. */
    private record Ticket<T, R extends @Nullable Object>(
            T question, CompletableFuture<Supplier<Uni<R>>> turn, Span asker) {}

    /**
     * Questions of one kind.
     *
     * @param most that are asked together
     * @param atOnce commands that may be under way
     * @param together asks; answers come in the order of the questions, or all fail
     */
    public Gathering(int most, int atOnce, Function<List<T>, Uni<List<R>>> together) {
        this.most = most;
        this.atOnce = atOnce;
        this.together = together;
    }

    /**
     * The answer, told on the caller's context. What was asked is asked to its end, even when nobody waits for it any more.
     * Fails with a {@link Refusal} (503) when a hundred commands' worth of questions wait already.
     */
    public Uni<R> ask(T question) {
        return Uni.createFrom()
                .deferred(() -> {
                    var ticket = new Ticket<T, R>(question, new CompletableFuture<>(), Span.current());
                    var answer =
                            CallerContext.current().comeBack(Uni.createFrom().completionStage(ticket.turn()));
                    begin(join(ticket));
                    return answer.chain(Supplier::get);
                })
                .memoize()
                .indefinitely();
    }

    private synchronized @Nullable List<Ticket<T, R>> join(Ticket<T, R> ticket) {
        if (waiting.size() >= most * COMMANDS_WAITING) {
            throw Refusal.unavailable(ErrorCode.BUSY, "Too much waits for the store already.", A_MOMENT);
        }
        waiting.addLast(ticket);
        return next();
    }

    private synchronized @Nullable List<Ticket<T, R>> leave() {
        underWay--;
        return next();
    }

    private @Nullable List<Ticket<T, R>> next() {
        if (underWay >= atOnce || waiting.isEmpty()) {
            return null;
        }
        underWay++;
        var batch = new ArrayList<Ticket<T, R>>();
        while (batch.size() < most && !waiting.isEmpty()) {
            batch.add(waiting.removeFirst());
        }
        return batch;
    }

    /** The first of them asks for all. */
    private void begin(@Nullable List<Ticket<T, R>> batch) {
        if (batch != null) {
            batch.get(0).turn().complete(() -> lead(batch));
        }
    }

    private Uni<R> lead(List<Ticket<T, R>> batch) {
        var asking = Uni.createFrom()
                .deferred(() ->
                        together.apply(batch.stream().map(Ticket::question).toList()));
        return (batch.size() == 1 ? asking : SharedSpan.over(askers(batch), asking))
                .onItemOrFailure()
                .invoke((answers, failure) -> {
                    begin(leave());
                    tell(batch, answers, failure);
                })
                .map(answers -> answers.get(0));
    }

    private static <T, R extends @Nullable Object> List<SpanContext> askers(List<Ticket<T, R>> batch) {
        return batch.stream()
                .map(ticket -> ticket.asker().getSpanContext())
                .filter(SpanContext::isValid)
                .toList();
    }

    private void tell(List<Ticket<T, R>> batch, @Nullable List<R> answers, @Nullable Throwable failure) {
        for (var at = 1; at < batch.size(); at++) {
            var turn = batch.get(at).turn();
            if (answers == null) {
                turn.complete(() -> Uni.createFrom().failure(failure));
            } else {
                var answer = answers.get(at);
                turn.complete(() -> Uni.createFrom().item(answer));
            }
        }
    }
}
