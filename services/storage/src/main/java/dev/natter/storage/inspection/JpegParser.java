package dev.natter.storage.inspection;

/**
 * JPEG (ITU T.81): segments, and entropy-coded data that is searched for the next segment. Keeps what decodes the pixels
 * (frame, tables, scans, the colour transform of JFIF and Adobe), ICC profiles and the orientation. Thumbnails, further
 * images behind the end (CIPA DC-007) and all other application segments go.
 */
final class JpegParser extends FormatParser {

    private static final int MARKER = 0xFF;
    private static final int TEM = 0x01;
    private static final int DHT = 0xC4;
    private static final int JPG = 0xC8;
    private static final int DAC = 0xCC;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int DNL = 0xDC;
    private static final int DRI = 0xDD;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int COM = 0xFE;

    private static final String JFIF = "JFIF\0";
    private static final String EXIF = "Exif\0\0";
    private static final String ICC = "ICC_PROFILE\0";
    private static final String ADOBE = "Adobe";
    /** Version, flags and colour transform behind the name. */
    private static final int ADOBE_SIZE = ADOBE.length() + 7;
    /** Version 1.02, square pixels, no thumbnail. */
    private static final String FRESH_JFIF = "\u00FF\u00E0\0\u0010JFIF\0\1\2\0\0\1\0\1\0\0";

    private static final String FRESH_EXIF = "\u00FF\u00E1\0\"Exif\0\0";
    /** Of one bit a block at the least, with one component sampled in each direction: 32 by 32 pixels a byte. */
    private static final int MAX_PIXELS_PER_BYTE = 1024;

    private boolean hasJfif;
    private boolean hasAdobe;
    private long profileBytes;
    private int frame;
    private long scanBytes;

    JpegParser(Source source, int maxSide) {
        super(source, maxSide);
    }

    @Override
    boolean recognises() {
        return source.startsWith(0, "\u00FF\u00D8\u00FF");
    }

    @Override
    void parse() {
        output.copy(0, 2);
        var at = 2L;
        while (at < source.length()) {
            source.block();
            requireWellFormed(source.u8(at) == MARKER);
            var code = source.u8(at + 1);
            if (code == EOI) {
                break;
            }
            // A marker may be preceded by any number of fill bytes.
            at = code == MARKER ? at + 1 : segment(code, at);
        }
        requireWellFormed(scanBytes > 0 && (!isHuffman() || pixels() <= scanBytes * MAX_PIXELS_PER_BYTE));
        output.write("\u00FF\u00D9");
    }

    private long segment(int code, long at) {
        if (code == TEM || isRestart(code)) {
            return at + 2;
        }
        var size = source.u16be(at + 2);
        source.require(at, 2L + size);
        requireWellFormed(size >= 2);
        var next = at + 2 + size;
        switch (code) {
            case DHT, DAC, DQT, DNL, DRI -> output.copy(at, 2L + size);
            case SOS -> {
                requireWellFormed(frame != 0);
                next = scan(next);
                output.copy(at, next - at);
            }
            case APP0 -> jfif(at + 4);
            case APP1 -> exif(at + 4, size - 2);
            case APP2 -> profile(at, size);
            case APP14 -> adobe(at, size);
            default -> {
                if (isFrame(code)) {
                    frame(code, at, size);
                    output.copy(at, 2L + size);
                } else if (code < APP0 || code > COM) {
                    throw ImageRejection.MALFORMED.exception();
                }
            }
        }
        return next;
    }

    private void frame(int code, long at, int size) {
        requireWellFormed(frame == 0 && size >= 8);
        frame = code;
        extent(source.u16be(at + 7), source.u16be(at + 5));
    }

    /** Where the next marker is that does not belong to the data; the end of the file when it is cut off here. */
    private long scan(long from) {
        var at = from;
        while (at < source.length()) {
            if (source.u8(at) == MARKER) {
                var code = source.u8(at + 1);
                if (code != 0 && code != MARKER && !isRestart(code)) {
                    break;
                }
            }
            at++;
        }
        scanBytes += at - from;
        return at;
    }

    private void jfif(long content) {
        if (!hasJfif && source.startsWith(content, JFIF)) {
            hasJfif = true;
            output.write(FRESH_JFIF);
        }
    }

    private void exif(long content, int size) {
        var tiff = EXIF.length();
        if (size > tiff && source.startsWith(content, EXIF) && orient(content + tiff, (long) size - tiff)) {
            output.write(FRESH_EXIF);
            output.write(orientation());
        }
    }

    private void profile(long at, int size) {
        if (source.startsWith(at + 4, ICC)) {
            profileBytes += size;
            checkProfile(profileBytes);
            output.copy(at, 2L + size);
        }
    }

    private void adobe(long at, int size) {
        if (!hasAdobe && size >= ADOBE_SIZE + 2 && source.startsWith(at + 4, ADOBE)) {
            hasAdobe = true;
            output.write("\u00FF\u00EE\0\16");
            output.copy(at + 4, ADOBE_SIZE);
        }
    }

    private long pixels() {
        return (long) width() * height();
    }

    private static boolean isRestart(int code) {
        return code >= RST0 && code <= RST7;
    }

    /** Start of frame, of any process; the three in between are something else. */
    private static boolean isFrame(int code) {
        return code >= 0xC0 && code <= 0xCF && code != DHT && code != JPG && code != DAC;
    }

    /** The other codes of frames are arithmetic, whose bits hold more than a block each. */
    private boolean isHuffman() {
        return frame < 0xC8;
    }
}
