package dev.natter.load.scenario;

import dev.natter.load.client.FrameListener;
import dev.natter.load.measure.Latencies;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * The messages of one step: each bears its number in its {@code clientMessageId}, by which it is found again wherever it
 * arrives, without reading the rest.
 */
final class Traffic implements FrameListener {

    private static final String MESSAGE = "{\"type\":\"message\"";
    private static final String SENT = "{\"type\":\"sent\"";
    private static final String ERROR = "{\"type\":\"error\"";
    private static final String ID = "\"clientMessageId\":\"";
    private static final int UUID_LENGTH = 36;
    private static final int NUMBER_LENGTH = 12;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final UUID run = UUID.randomUUID();
    private final String runPrefix = id(0).substring(0, UUID_LENGTH - NUMBER_LENGTH);
    private final AtomicLongArray dues;
    private final AtomicIntegerArray arrivals;
    private final int receivers;
    private final String text;
    private final AtomicLong issued = new AtomicLong();
    private final LongAdder errors = new LongAdder();
    private final Latencies delivered = new Latencies();
    private final Latencies acknowledged = new Latencies();

    /**
     * The traffic of one step.
     *
     * @param most messages that may be sent
     * @param receivers connections that each of them has to reach
     * @param characters of text in each
     */
    Traffic(int most, int receivers, int characters) {
        this.dues = new AtomicLongArray(most);
        this.arrivals = new AtomicIntegerArray(most);
        this.receivers = receivers;
        this.text = ThreadLocalRandom.current()
                .ints(characters, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The frame of the next message, which was due at that moment. */
    String next(String conversationId, long due) {
        var number = (int) issued.getAndIncrement();
        dues.set(number, due);
        return "{\"type\":\"send\",\"conversationId\":\"" + conversationId + "\"," + ID + id(number) + "\",\"text\":\""
                + text + "\"}";
    }

    private String id(int number) {
        return new UUID(run.getMostSignificantBits(), VARIANT | number).toString();
    }

    @Override
    public void heard(int person, String frame) {
        if (frame.startsWith(MESSAGE)) {
            var number = number(frame);
            if (number >= 0 && arrivals.incrementAndGet(number) <= receivers) {
                delivered.sinceDue(dues.get(number));
            }
        } else if (frame.startsWith(SENT)) {
            var number = number(frame);
            if (number >= 0) {
                acknowledged.sinceDue(dues.get(number));
            }
        } else if (frame.startsWith(ERROR)) {
            errors.increment();
        }
    }

    /** Of a message of this step; negative for others, as those of the step before that come late. */
    private int number(String frame) {
        var at = frame.indexOf(ID) + ID.length();
        return frame.startsWith(runPrefix, at)
                ? (int) Long.parseLong(frame, at + UUID_LENGTH - NUMBER_LENGTH, at + UUID_LENGTH, 16)
                : -1;
    }

    boolean isComplete() {
        return delivered.count() == issued.get() * receivers && acknowledged.count() >= issued.get();
    }

    /** Deliveries that have not come, and acknowledgements. */
    long missing() {
        return issued.get() * receivers - delivered.count() + Math.max(0, issued.get() - acknowledged.count());
    }

    long errors() {
        return errors.sum();
    }

    Latencies delivered() {
        return delivered;
    }

    Latencies acknowledged() {
        return acknowledged;
    }
}
