package dev.natter.storage.inspection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The one EXIF tag that is kept, because images look wrong without it. */
final class Orientation {

    static final int UPRIGHT = 1;

    private static final int LAST = 8;
    private static final int FIRST_TURNED_BY_A_QUARTER = 5;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;
    private static final int TIFF_HEADER = 8;
    private static final int MAX_ENTRIES = 512;

    private Orientation() {}

    /** The orientation in the first directory of a TIFF structure; upright where there is none that can be read. */
    static int read(Source source, long at, long count) {
        if (count < TIFF_HEADER) {
            return UPRIGHT;
        }
        var order = source.u16be(at);
        if (order != 0x4949 && order != 0x4D4D) {
            return UPRIGHT;
        }
        var little = order == 0x4949;
        var directory = little ? source.u32le(at + 4) : source.u32be(at + 4);
        if (directory + 2 > count) {
            return UPRIGHT;
        }
        var entries = Math.min(u16(source, at + directory, little), MAX_ENTRIES);
        for (var i = 0; i < entries; i++) {
            var entry = directory + 2 + (long) i * ENTRY;
            if (entry + ENTRY > count) {
                return UPRIGHT;
            }
            if (u16(source, at + entry, little) == TAG) {
                var isShort = u16(source, at + entry + 2, little) == SHORT;
                var value = u16(source, at + entry + 8, little);
                return isShort && value >= UPRIGHT && value <= LAST ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** A TIFF structure that says this and nothing else. */
    static byte[] write(int orientation) {
        return ByteBuffer.allocate(TIFF_HEADER + 2 + ENTRY + 4)
                .put("MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(TIFF_HEADER)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }

    /** Whether the image is shown turned by a quarter, so that width and height change places. */
    static boolean swapsSides(int orientation) {
        return orientation >= FIRST_TURNED_BY_A_QUARTER;
    }

    private static int u16(Source source, long at, boolean little) {
        return little ? source.u16le(at) : source.u16be(at);
    }
}
