package dev.natter.chat.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The send queue of one connection: bounded in number and size, emitted one frame for each that the subscriber requests,
 * always on the connection's own context. A peer that is too slow is closed with 4413 at once; its queue is dropped, because
 * it has to fetch what it missed anyway.
 *
 * <p>Frames are queued until {@link #open} puts the first one before them. The stream fails with a
 * {@link CloseConnectionException}, or completes when the connection is gone.
 */
final class SendQueue implements Flow.Publisher<String>, Flow.Subscription {

    private final Executor context;
    private final int maxFrames;
    private final int maxCharacters;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final AtomicBoolean pumping = new AtomicBoolean();
    private int characters;
    private boolean open;
    private @Nullable CloseConnectionException end;
    private boolean over;
    private long demand;
    private Flow.@Nullable Subscriber<? super String> subscriber;

    SendQueue(Executor context, int maxFrames, int maxCharacters) {
        this.context = context;
        this.maxFrames = maxFrames;
        this.maxCharacters = maxCharacters;
    }

    /** Takes the frame; or ends the connection, and returns false, because it is one too many. */
    boolean offer(String text) {
        var taken = true;
        synchronized (this) {
            if (end != null || over) {
                return true;
            }
            if (waiting.size() >= maxFrames || characters + text.length() > maxCharacters) {
                waiting.clear();
                end = new CloseConnectionException(CloseCodes.SLOW, "frames were not taken");
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
    boolean end(CloseConnectionException wanted) {
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
