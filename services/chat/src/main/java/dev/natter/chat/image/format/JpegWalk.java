package dev.natter.chat.image.format;

/**
 * JPEG (ITU T.81): segments, then entropy-coded data that has to be searched for the next one. Behind the end there may be
 * further pictures (CIPA DC-007, as telephones make them), whose metadata counts as well.
 */
final class JpegWalk implements Walk {

    private static final String EXIF = "Exif\0\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String XMP_EXTENSION = "http://ns.adobe.com/xmp/extension/\0";
    private static final int MARKER = 0xFF;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int APP1 = 0xE1;

    private enum Place {
        SEGMENTS,
        DATA,
        BEHIND
    }

    private final Sight sight;
    private Place place = Place.BEHIND;

    JpegWalk(Sight sight) {
        this.sight = sight;
    }

    @Override
    public boolean recognises(Window start) {
        return start.u16be(0) == 0xFFD8 && start.u8(2) == MARKER;
    }

    @Override
    public long block(Window window, long at) {
        return switch (place) {
            case SEGMENTS -> segment(window, at);
            case DATA -> data(window, at);
            case BEHIND -> behind(window, at);
        };
    }

    private long behind(Window window, long at) {
        if (window.u8(at) == 0) {
            return Tail.padding(window, at);
        }
        if (window.u16be(at) != 0xFF00 + START) {
            throw Unfit.MALFORMED.refusal();
        }
        place = Place.SEGMENTS;
        return at + 2;
    }

    private long segment(Window window, long at) {
        if (window.u8(at) != MARKER) {
            throw Unfit.MALFORMED.refusal();
        }
        var code = window.u8(at + 1);
        if (code == MARKER) {
            return at + 1;
        }
        if (code == END) {
            place = Place.BEHIND;
            return at + 2;
        }
        if (standsAlone(code)) {
            return at + 2;
        }
        var size = window.u16be(at + 2);
        if (size < 2 || code == START) {
            throw Unfit.MALFORMED.refusal();
        }
        if (isFrame(code)) {
            sight.extent(window.u16be(at + 7), window.u16be(at + 5));
        } else if (code == APP1) {
            metadata(window, at + 4, size - 2);
        } else if (code == SCAN) {
            place = Place.DATA;
        }
        return at + 2 + size;
    }

    /** Up to the next marker, which is not one of those inside the data. */
    private long data(Window window, long at) {
        for (var next = at; next < window.end(); next++) {
            if (window.u8(next) == MARKER) {
                if (next + 1 == window.end() && next > at) {
                    return next;
                }
                var code = window.u8(next + 1);
                if (code != 0 && code != MARKER && !standsAlone(code)) {
                    place = Place.SEGMENTS;
                    return next == at ? segment(window, at) : next;
                }
            }
        }
        return window.end();
    }

    private void metadata(Window window, long at, int size) {
        var content = window.text(at, size);
        if (content.startsWith(EXIF)) {
            var exif = sight.exif(window.copy(at + EXIF.length(), size - EXIF.length()));
            if (exif.sideways() && !sight.hasExtent()) {
                sight.turned();
            }
        } else if (content.startsWith(XMP) || content.startsWith(XMP_EXTENSION)) {
            sight.text(content);
        }
    }

    private static boolean standsAlone(int code) {
        return code == 0x01 || (code >= 0xD0 && code <= 0xD7);
    }

    /** Start of frame, of any process; the three in between are tables. */
    private static boolean isFrame(int code) {
        return code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC;
    }
}
