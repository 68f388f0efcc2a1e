package dev.natter.chat.socket.protocol;

import java.time.Duration;

/** Admits so many frames within a window, so that a burst passes as long as it fits. Counts by seconds. */
public final class SlidingWindowLimiter {

    private static final long SLOT = 1_000;

    private final long[] slots;
    private final int[] counts;
    private final long allowed;

    /** A limiter that admits {@code perSecond} times the seconds of the window within it. */
    public SlidingWindowLimiter(int perSecond, Duration window) {
        var seconds = (int) Math.max(1, window.toSeconds());
        this.slots = new long[seconds];
        this.counts = new int[seconds];
        this.allowed = (long) perSecond * seconds;
    }

    /** Counts a frame; false when it is one too many. */
    public synchronized boolean admit(long now) {
        var slot = now / SLOT;
        var index = Math.floorMod(slot, slots.length);
        if (slots[index] != slot) {
            slots[index] = slot;
            counts[index] = 0;
        }
        counts[index]++;
        long recent = 0;
        for (var i = 0; i < slots.length; i++) {
            if (slot - slots[i] < slots.length && slots[i] <= slot) {
                recent += counts[i];
            }
        }
        return recent <= allowed;
    }
}
