package dev.natter.chat.attachment.voice;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Ogg: the first page is the head of the only stream that is begun there (RFC 7845). */
final class Ogg {

    private static final byte[] PAGE = "OggS".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OPUS = "OpusHead".getBytes(StandardCharsets.US_ASCII);
    private static final int SEGMENTS = 26;

    private Ogg() {}

    static boolean isOpus(byte[] bytes) {
        return has(bytes, 0, PAGE)
                && bytes.length > SEGMENTS
                && has(bytes, SEGMENTS + 1 + (bytes[SEGMENTS] & 0xFF), OPUS);
    }

    private static boolean has(byte[] bytes, int at, byte[] wanted) {
        return bytes.length >= at + wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
