package dev.natter.chat.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The frames that wait for one connection to take them: bounded in number and size, handed out one for each that the
 * subscriber asks for, always on the connection's own context. Whoever is too slow ends with 4413, at once: what he did not
 * take is dropped, because he has to fetch it anyway.
 *
 * <p>Frames are kept back until {@link #open} puts the first one before them. A stream that ends does so with a
 * {@link ConnectionEnd}, or normally when the connection is gone already.
 */
final class Outgoing implements Flow.Publisher<String>, Flow.Subscription {

    private final Executor context;
    private final int mostFrames;
    private final int mostCharacters;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final AtomicBoolean pumping = new AtomicBoolean();
    private int characters;
    private boolean open;
    private @Nullable ConnectionEnd end;
    private boolean over;
    private long demand;
    private Flow.@Nullable Subscriber<? super String> subscriber;

    Outgoing(Executor context, int mostFrames, int mostCharacters) {
        this.context = context;
        this.mostFrames = mostFrames;
        this.mostCharacters = mostCharacters;
    }

    /** Takes the frame; or ends the connection, and returns false, because it is one too many. */
    boolean offer(String text) {
        var taken = true;
        synchronized (this) {
            if (end != null || over) {
                return true;
            }
            if (waiting.size() >= mostFrames || characters + text.length() > mostCharacters) {
                waiting.clear();
                end = new ConnectionEnd(CloseCodes.SLOW, "frames were not taken");
                taken = false;
            } else {
                waiting.addLast(text);
                characters += text.length();
            }
        }
        pump();
        return taken;
    }

    /** Lets frames out: this one first, then those that wait. */
    void open(String first) {
        synchronized (this) {
            if (end == null && !over) {
                waiting.addFirst(first);
                characters += first.length();
            }
            open = true;
        }
        pump();
    }

    /** Ends the stream when what waits has been taken; returns false if it has an end already. */
    boolean end(ConnectionEnd wanted) {
        synchronized (this) {
            if (end != null || over) {
                return false;
            }
            end = wanted;
            open = true;
        }
        pump();
        return true;
    }

    /** The connection is gone: nothing goes out any more. */
    void gone() {
        synchronized (this) {
            waiting.clear();
            end = null;
            open = true;
            over = true;
        }
        pump();
    }

    synchronized int size() {
        return waiting.size();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super String> newSubscriber) {
        newSubscriber.onSubscribe(this);
        synchronized (this) {
            subscriber = newSubscriber;
        }
        pump();
    }

    @Override
    public void request(long n) {
        synchronized (this) {
            demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
        }
        pump();
    }

    @Override
    public void cancel() {
        synchronized (this) {
            waiting.clear();
            over = true;
            subscriber = null;
        }
    }

    private void pump() {
        if (pumping.compareAndSet(false, true)) {
            context.execute(this::drain);
        }
    }

    /** Runs on the context, and so never twice at a time. */
    private void drain() {
        pumping.set(false);
        for (var step = next(); step != null; step = next()) {
            step.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        var to = subscriber;
        if (to == null || !open) {
            return null;
        }
        if (demand > 0 && !waiting.isEmpty()) {
            demand--;
            var text = waiting.removeFirst();
            characters -= text.length();
            return () -> to.onNext(text);
        }
        if (!waiting.isEmpty() || (end == null && !over)) {
            return null;
        }
        subscriber = null;
        over = true;
        var failure = end;
        return failure == null ? to::onComplete : () -> to.onError(failure);
    }
}
