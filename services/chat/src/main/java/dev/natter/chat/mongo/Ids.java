package dev.natter.chat.mongo;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562): they begin with the time, so that what is written together lies together in the index, and
 * end in 74 random bits, so that none can be guessed.
 */
@ApplicationScoped
public class Ids {

    private static final long VERSION_7 = 0x7000L;
    private static final long RANDOM_A = 0x0FFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_B = 0x3FFF_FFFF_FFFF_FFFFL;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Ids(Clock clock) {
        this.clock = clock;
    }

    public String next() {
        var high = (clock.millis() << 16) | VERSION_7 | (random.nextLong() & RANDOM_A);
        var low = VARIANT | (random.nextLong() & RANDOM_B);
        return new UUID(high, low).toString();
    }
}
