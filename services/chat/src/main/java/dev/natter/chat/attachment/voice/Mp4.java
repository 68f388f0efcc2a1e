package dev.natter.chat.attachment.voice;

import java.nio.ByteBuffer;

/** MP4: boxes, of which {@code moov} describes the tracks (ISO/IEC 14496-12). */
final class Mp4 {

    private static final int FTYP = 0x66747970;
    private static final int MOOV = 0x6D6F6F76;
    private static final int TRAK = 0x7472616B;
    private static final int MDIA = 0x6D646961;
    private static final int MINF = 0x6D696E66;
    private static final int STBL = 0x7374626C;
    private static final int STSD = 0x73747364;
    private static final int MP4A = 0x6D703461;

    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;
    /** Version and number of entries, and the size of the first. */
    private static final int TO_ENTRY = 12;

    private Mp4() {}

    static boolean begins(byte[] head) {
        return head.length >= HEADER && ByteBuffer.wrap(head).getInt(Integer.BYTES) == FTYP;
    }

    static long indexAfter(byte[] head) {
        var box = find(ByteBuffer.wrap(head), 0, head.length, MOOV);
        if (box.isFound()) {
            return box.end() <= head.length ? 0 : box.start();
        }
        return box.end() > head.length ? box.end() : 0;
    }

    /** Whether there are tracks, and all are AAC. */
    static boolean isAac(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var moov = find(buffer, 0, bytes.length, MOOV);
        if (!moov.isFound()) {
            return false;
        }
        var tracks = 0;
        var end = within(buffer, moov);
        for (var trak = find(buffer, moov.content(), end, TRAK);
                trak.isFound();
                trak = find(buffer, trak.end(), end, TRAK)) {
            if (!isAac(buffer, trak)) {
                return false;
            }
            tracks++;
        }
        return tracks > 0;
    }

    private static boolean isAac(ByteBuffer buffer, Box trak) {
        var box = trak;
        for (var type : new int[] {MDIA, MINF, STBL, STSD}) {
            box = find(buffer, box.content(), within(buffer, box), type);
            if (!box.isFound()) {
                return false;
            }
        }
        var entry = box.content() + TO_ENTRY;
        return entry + Integer.BYTES <= within(buffer, box) && buffer.getInt((int) entry) == MP4A;
    }

    private static long within(ByteBuffer buffer, Box box) {
        return Math.min(box.end(), buffer.limit());
    }

    /** The first box of this type; if there is none, the place where the boxes end. */
    private static Box find(ByteBuffer buffer, long from, long to, int wanted) {
        var at = from;
        while (at >= 0 && at + HEADER <= Math.min(to, buffer.limit())) {
            var size = buffer.getInt((int) at) & 0xFFFFFFFFL;
            var type = buffer.getInt((int) at + Integer.BYTES);
            var content = at + HEADER;
            if (size == 1 && at + LONG_HEADER <= buffer.limit()) {
                size = buffer.getLong((int) at + HEADER);
                content = at + LONG_HEADER;
            }
            var end = size == 0 ? to : at + size;
            if (end < content) {
                break;
            }
            if (type == wanted) {
                return new Box(true, at, content, end);
            }
            at = end;
        }
        return new Box(false, at, at, at);
    }

    private record Box(boolean isFound, long start, long content, long end) {}
}
