package dev.natter.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.Missing;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.Test;

class EntryTypeTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final EntryType type = new EntryType();

    @Test
    void keysAreInTheOrderOfTheirValuesAndAShorterOneComesFirst() {
        assertThat(type.compare(key("a", 1.0), key("a", 2.0))).isNegative();
        assertThat(type.compare(key("b", 1.0), key("a", 2.0))).isPositive();
        assertThat(type.compare(key("a"), key("a", 2.0))).isNegative();
        assertThat(type.compare(key("a", NOON), key("a", NOON.plusMillis(1)))).isNegative();
        assertThat(type.compare(key("a", Missing.getInstance()), key("a", Missing.getInstance())))
                .isZero();
    }

    @Test
    void aKeyIsReadAsItWasWritten() {
        var key = key("a", 1.0, NOON, Missing.getInstance(), true);
        var buffer = new WriteBuffer();

        type.write(buffer, key);

        assertThat(type.read(ByteBuffer.wrap(buffer.getBuffer().array()))).isEqualTo(key);
    }

    /** The store is written by a thread of its own. */
    @Test
    void comparingSucceedsWhileAnotherThreadWrites() {
        var over = new AtomicBoolean();
        var writer = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                type.write(new WriteBuffer(), key("a", NOON, 1.0, "b"));
            }
        });

        for (var round = 0; round < 300_000; round++) {
            assertComparable(key(NOON.plusMillis(round)), key(NOON));
        }

        over.set(true);
        assertThat(writer).succeedsWithin(Duration.ofSeconds(10));
    }

    private void assertComparable(Object[] later, Object[] earlier) {
        if (type.compare(later, earlier) < 0) {
            throw new AssertionError("out of order");
        }
    }

    private static Object[] key(Object... values) {
        return values;
    }
}
