package dev.natter.chat.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The send queue of one connection: bounded in number and size, emits one frame for each that the subscriber requests, always
 * on the connection's own context. A peer that is too slow is closed with 4413 at once; its queue is dropped, because it has
 * to fetch what it missed anyway.
 *
 * <p>Frames are queued until {@link #open} puts the first one before them. The stream fails with a
 * {@link CloseConnectionException}, or completes when the connection is gone.
 */
final class SendQueue implements Flow.Publisher<String>, Flow.Subscription {

    private final Executor context;
    private final int maxFrames;
    private final int maxCharacters;
    private final Deque<String> waiting = new ArrayDeque<>();
    /** Signals that the drain loop has not seen yet; a signal from within the loop costs no further task. */
    private final AtomicInteger signals = new AtomicInteger();

    private int characters;
    private boolean open;
    private @Nullable CloseCode end;
    private boolean over;
    private long demand;
    private Flow.@Nullable Subscriber<? super String> subscriber;

    SendQueue(Executor context, int maxFrames, int maxCharacters) {
        this.context = context;
        this.maxFrames = maxFrames;
        this.maxCharacters = maxCharacters;
    }

    /** Takes the frame; or ends the connection and returns false, because it is one too many. */
    boolean offer(String text) {
        var taken = true;
        synchronized (this) {
            if (end != null || over) {
                return true;
            }
            if (waiting.size() >= maxFrames || characters + text.length() > maxCharacters) {
                waiting.clear();
                end = CloseCode.SLOW;
                taken = false;
            } else {
                waiting.addLast(text);
                characters += text.length();
            }
        }
        signal();
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
        signal();
    }

    /** Ends the stream when what waits has been taken; returns false if it has an end already. */
    boolean end(CloseCode code) {
        synchronized (this) {
            if (end != null || over) {
                return false;
            }
            end = code;
            open = true;
        }
        signal();
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
        signal();
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
        signal();
    }

    @Override
    public void request(long n) {
        synchronized (this) {
            demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
        }
        signal();
    }

    @Override
    public void cancel() {
        synchronized (this) {
            waiting.clear();
            over = true;
            subscriber = null;
        }
    }

    private void signal() {
        if (signals.getAndIncrement() == 0) {
            context.execute(this::drain);
        }
    }

    /** Runs on the context, never twice at a time. */
    private void drain() {
        int seen;
        do {
            seen = signals.get();
            for (var step = next(); step != null; step = next()) {
                step.run();
            }
        } while (signals.addAndGet(-seen) != 0);
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
        var code = end;
        return code == null ? to::onComplete : () -> to.onError(new CloseConnectionException(code));
    }
}
