package dev.natter.storage.inspection;

import java.nio.ByteBuffer;

/**
 * The bytes of an upload, with a budget: every byte that is looked at and every block that begins is counted, and an upload
 * that needs more than its length justifies is rejected. No loop over a source can therefore run without an end.
 */
final class Source {

    /** No parser looks at a byte more often. */
    private static final int READS_PER_BYTE = 2;

    private static final int EXTRA_READS = 4096;
    /** Chunks, segments and frames; an animation of 10 MiB has a few thousand. */
    static final int MAX_BLOCKS = 65_536;

    private final byte[] bytes;
    private final long maxReads;
    private long reads;
    private int blocks;

    Source(byte[] bytes) {
        this.bytes = bytes;
        this.maxReads = maxReads(bytes.length);
    }

    /** How many bytes may be looked at in an upload of that length. */
    static long maxReads(int length) {
        return (long) length * READS_PER_BYTE + EXTRA_READS;
    }

    int length() {
        return bytes.length;
    }

    long reads() {
        return reads;
    }

    int blocks() {
        return blocks;
    }

    void block() {
        if (++blocks > MAX_BLOCKS) {
            throw ImageRejection.MALFORMED.exception();
        }
    }

    /** Rejects an upload that ends before these bytes do. */
    void require(long at, long count) {
        if (at < 0 || count < 0 || at + count > bytes.length) {
            throw ImageRejection.MALFORMED.exception();
        }
    }

    int u8(long at) {
        require(at, 1);
        if (++reads > maxReads) {
            throw ImageRejection.MALFORMED.exception();
        }
        return bytes[(int) at] & 0xFF;
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

    /** Four characters: the type of a chunk. */
    String type(long at) {
        return new String(new char[] {(char) u8(at), (char) u8(at + 1), (char) u8(at + 2), (char) u8(at + 3)});
    }

    /** Whether these characters, one a byte, are there. */
    boolean startsWith(long at, String text) {
        if (at + text.length() > bytes.length) {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            if (u8(at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    ByteBuffer slice(long at, long count) {
        require(at, count);
        return ByteBuffer.wrap(bytes, (int) at, (int) count).slice();
    }
}
