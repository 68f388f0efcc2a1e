package dev.natter.web;

import dev.natter.testing.ReflectionRules;
import org.junit.jupiter.api.Test;

/** A native executable knows the types that it reads and writes. */
class ReflectionTest {

    @Test
    void everyTypeOnTheWireIsRegistered() {
        ReflectionRules.everyTypeOnTheWireIsRegistered("dev.natter.web");
    }
}
