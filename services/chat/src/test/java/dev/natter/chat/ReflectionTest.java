package dev.natter.chat;

import dev.natter.testing.ReflectionRules;
import org.junit.jupiter.api.Test;

/** A native executable knows the records that it reads and writes. */
class ReflectionTest {

    @Test
    void everyRecordOnTheWireIsRegistered() {
        ReflectionRules.everyRecordOnTheWireIsRegistered("dev.natter.chat");
    }
}
