package dev.natter.chat.presence;

/** Something is to be told, asked or read; many calls in a row may be one. */
@FunctionalInterface
interface Wakeup {
    void now();
}
