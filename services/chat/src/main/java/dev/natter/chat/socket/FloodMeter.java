package dev.natter.chat.socket;

import java.time.Duration;

/**
 * Whether a peer sends too much: more frames within the window than the rate allows for the whole of it. A burst is no
 * flood as long as it fits. Counts by seconds, and so never more than the window holds. Not thread-safe; a connection's
 * frames come on one thread.
 */
final class FloodMeter {

    private static final long SLOT = 1_000;

    private final long[] slots;
    private final int[] counts;
    private final long allowed;

    FloodMeter(int perSecond, Duration window) {
        var seconds = (int) Math.max(1, window.toSeconds());
        this.slots = new long[seconds];
        this.counts = new int[seconds];
        this.allowed = (long) perSecond * seconds;
    }

    /** Counts a frame; false when it is one too many. */
    boolean admit(long now) {
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
