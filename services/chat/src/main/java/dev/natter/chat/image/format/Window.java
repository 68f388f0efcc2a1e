package dev.natter.chat.image.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Some consecutive bytes of a file, addressed by their place in the file. Asked for what lies in the file but outside of
 * it, it throws {@link Outside}; asked for what lies behind the end of the file, {@link Ended}.
 */
final class Window {

    private final long start;
    private final byte[] bytes;
    private final long length;

    /**
     * A view.
     *
     * @param start where the first of the bytes lies in the file
     * @param length of the whole file
     */
    Window(long start, byte[] bytes, long length) {
        this.start = start;
        this.bytes = bytes;
        this.length = length;
    }

    /** More of the file must be shown. Has no stack trace, because it is no fault. */
    static final class Outside extends RuntimeException {
        Outside() {
            super(null, null, false, false);
        }
    }

    /** The file ends in the middle of something. Has no stack trace, because it is no fault. */
    static final class Ended extends RuntimeException {
        Ended() {
            super(null, null, false, false);
        }
    }

    long start() {
        return start;
    }

    /** Where the first byte behind the window lies. */
    long end() {
        return start + bytes.length;
    }

    int u8(long at) {
        return bytes[index(at, 1)] & 0xFF;
    }

    int u16be(long at) {
        return (u8(at) << 8) | u8(at + 1);
    }

    int u16le(long at) {
        return u8(at) | (u8(at + 1) << 8);
    }

    int u24le(long at) {
        return u16le(at) | (u8(at + 2) << 16);
    }

    long u32be(long at) {
        return ((long) u16be(at) << 16) | u16be(at + 2);
    }

    long u32le(long at) {
        return u16le(at) | ((long) u16le(at + 2) << 16);
    }

    /** As many characters, one a byte. */
    String text(long at, int count) {
        return new String(bytes, index(at, count), count, StandardCharsets.ISO_8859_1);
    }

    byte[] copy(long at, long count) {
        var from = index(at, count);
        return Arrays.copyOfRange(bytes, from, from + (int) count);
    }

    private int index(long at, long count) {
        if (at + count > length) {
            throw new Ended();
        }
        if (at < start || at + count > end()) {
            throw new Outside();
        }
        return (int) (at - start);
    }
}
