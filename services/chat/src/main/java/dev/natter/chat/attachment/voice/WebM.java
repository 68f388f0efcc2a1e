package dev.natter.chat.attachment.voice;

import java.nio.charset.StandardCharsets;

/** WebM: an EBML head, and a segment whose tracks are described before the first cluster (RFC 8794, RFC 9559). */
final class WebM {

    private static final long EBML = 0x1A45DFA3L;
    private static final long DOC_TYPE = 0x4282;
    private static final long SEGMENT = 0x18538067L;
    private static final long CLUSTER = 0x1F43B675L;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long TRACK = 0xAE;
    private static final long CODEC = 0x86;
    private static final long UNKNOWN = Long.MAX_VALUE;
    private static final int MAX_ID = 4;
    private static final int MAX_SIZE = 8;

    private final byte[] bytes;
    private int at;

    private WebM(byte[] bytes) {
        this.bytes = bytes;
    }

    static boolean isOpus(byte[] bytes) {
        var reader = new WebM(bytes);
        return reader.id() == EBML
                && "webm".equals(reader.text(reader.end(bytes.length), DOC_TYPE))
                && reader.hasOnlyOpusTracks();
    }

    private boolean hasOnlyOpusTracks() {
        var segment = child(SEGMENT, bytes.length);
        var end = child(TRACKS, segment);
        var tracks = 0;
        while (at < end) {
            var id = id();
            var next = end(end);
            if (id == TRACK) {
                if (!"A_OPUS".equals(text(next, CODEC))) {
                    return false;
                }
                tracks++;
            }
            at = next;
        }
        return tracks > 0;
    }

    /** Enters the first element with this id before {@code end}; where it ends. 0 when there is none. */
    private int child(long wanted, int end) {
        while (at < end) {
            var id = id();
            var next = end(end);
            if (id == wanted) {
                return next;
            }
            if (id == CLUSTER) {
                break;
            }
            at = next;
        }
        return 0;
    }

    /** The text of the first such element before {@code end}, which is where it goes on; empty when there is none. */
    private String text(int end, long wanted) {
        var next = child(wanted, end);
        var text = next == 0 ? "" : new String(bytes, at, next - at, StandardCharsets.US_ASCII).strip();
        at = Math.max(at, end);
        return text;
    }

    /** With its marker, as ids are written; 0 when the bytes end. */
    private long id() {
        return number(MAX_ID, true);
    }

    /** Where an element of the size that comes now ends, within its parent and what there is. */
    private int end(int parent) {
        var size = number(MAX_SIZE, false);
        return (int) Math.max(at, Math.min(parent, size > parent ? parent : at + size));
    }

    private long number(int maxLength, boolean withMarker) {
        if (at >= bytes.length) {
            at = bytes.length;
            return 0;
        }
        var first = bytes[at] & 0xFF;
        var length = Integer.numberOfLeadingZeros(first) - (Integer.SIZE - Byte.SIZE) + 1;
        if (length > maxLength || at + length > bytes.length) {
            at = bytes.length;
            return 0;
        }
        var value = withMarker ? (long) first : first & (0xFF >> length);
        var isUnknown = (first & (0xFF >> length)) == (0xFF >> length);
        for (var index = 1; index < length; index++) {
            var next = bytes[at + index] & 0xFF;
            value = (value << Byte.SIZE) | next;
            isUnknown &= next == 0xFF;
        }
        at += length;
        return isUnknown && !withMarker ? UNKNOWN : value;
    }
}
