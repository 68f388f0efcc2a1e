package dev.natter.chat.mongo;

import java.time.Clock;

/** Ids for tests of other packages. */
public final class TestIds {

    private TestIds() {}

    public static Ids at(Clock clock) {
        return new Ids(clock);
    }
}
