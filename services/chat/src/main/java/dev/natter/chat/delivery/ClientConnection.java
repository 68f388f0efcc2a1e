package dev.natter.chat.delivery;

import dev.natter.chat.delivery.CloseCode.CloseConnectionException;
import io.smallrye.mutiny.Multi;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An open connection of a user to this replica. Its public methods may be called from any thread and never wait.
 *
 * <p>Frames wait in a send queue, bounded in number and size, and are emitted on the connection's own context as the
 * subscriber requests them. A peer that is too slow is closed with 4413 and has to fetch what it missed.
 */
public final class ClientConnection {

    private final String id;
    private final String userId;
    private final Executor context;
    private final DeliveryConfig config;
    private final DeliveryMetrics metrics;
    private final Deque<String> waiting = new ArrayDeque<>();
    /** Signals that the drain loop has not seen yet; a signal from within the loop costs no further task. */
    private final AtomicInteger signals = new AtomicInteger();

    private int characters;
    private boolean open;
    private @Nullable CloseCode end;
    private boolean over;
    private long demand;
    private @Nullable Subscriber<? super String> subscriber;

    ClientConnection(String id, String userId, Executor context, DeliveryConfig config, DeliveryMetrics metrics) {
        this.id = id;
        this.userId = userId;
        this.context = context;
        this.config = config;
        this.metrics = metrics;
    }

    /** Unique among the connections to all replicas. */
    public String id() {
        return id;
    }

    public String userId() {
        return userId;
    }

    /** Appends an encoded frame to the send queue. If the queue is full, the connection ends with 4413. */
    public void send(String text) {
        synchronized (this) {
            if (end != null || over) {
                return;
            }
            if (waiting.size() < config.pendingFrames() && characters + text.length() <= config.pendingCharacters()) {
                waiting.addLast(text);
                characters += text.length();
            } else {
                waiting.clear();
                end = CloseCode.SLOW;
                metrics.closing(CloseCode.SLOW);
            }
        }
        signal();
    }

    /** Starts sending, this frame first; until then frames are queued. */
    public void open(String first) {
        synchronized (this) {
            if (end == null && !over) {
                waiting.addFirst(first);
                characters += first.length();
            }
            open = true;
        }
        signal();
    }

    /** Closes the connection when its queue is sent. The first code given is the one that counts. */
    public void close(CloseCode code) {
        synchronized (this) {
            if (end != null || over) {
                return;
            }
            end = code;
            open = true;
        }
        metrics.closing(code);
        signal();
    }

    /** The connection is closed: nothing goes out any more. */
    void gone() {
        synchronized (this) {
            waiting.clear();
            end = null;
            open = true;
            over = true;
        }
        signal();
    }

    /**
     * The frames to send. Subscribe once, and request the next frame when the previous one is written. Fails with a {@link
     * CloseConnectionException} when the connection is to be closed, completes when it is gone.
     */
    public Multi<String> frames() {
        return Multi.createFrom().<String>publisher(this::subscribe).invoke(frame -> metrics.sent.increment());
    }

    private void subscribe(Subscriber<? super String> newSubscriber) {
        newSubscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {
                synchronized (ClientConnection.this) {
                    demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
                }
                signal();
            }

            @Override
            public void cancel() {
                synchronized (ClientConnection.this) {
                    waiting.clear();
                    over = true;
                    subscriber = null;
                }
            }
        });
        synchronized (this) {
            subscriber = newSubscriber;
        }
        signal();
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
