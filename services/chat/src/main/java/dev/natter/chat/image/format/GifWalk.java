package dev.natter.chat.image.format;

/** GIF (87a and 89a): blocks, whose data is a chain of sub-blocks that a zero ends. */
final class GifWalk implements Walk {

    private static final int HEADER = 13;
    private static final int IMAGE = 0x2C;
    private static final int IMAGE_HEADER = 10;
    private static final int EXTENSION = 0x21;
    private static final int APPLICATION = 0xFF;
    private static final int TRAILER = 0x3B;
    private static final int XMP_HEADER = 14;

    private enum Place {
        BLOCKS,
        DATA,
        BEHIND
    }

    private final Sight sight;
    private Place place = Place.BLOCKS;

    GifWalk(Sight sight) {
        this.sight = sight;
    }

    @Override
    public boolean recognises(Window start) {
        var version = start.text(0, 6);
        return version.equals("GIF87a") || version.equals("GIF89a");
    }

    @Override
    public long block(Window window, long at) {
        if (at == 0) {
            sight.extent(window.u16le(6), window.u16le(8));
            return HEADER + colours(window.u8(10));
        }
        return switch (place) {
            case BLOCKS -> labelled(window, at);
            case DATA -> data(window, at);
            case BEHIND -> Tail.onlyPadding(window, at);
        };
    }

    private long labelled(Window window, long at) {
        return switch (window.u8(at)) {
            case IMAGE -> image(window, at);
            case EXTENSION -> extension(window, at);
            case TRAILER -> {
                place = Place.BEHIND;
                yield at + 1;
            }
            default -> throw Unfit.MALFORMED.refusal();
        };
    }

    private long image(Window window, long at) {
        sight.extent(window.u16le(at + 5), window.u16le(at + 7));
        var table = colours(window.u8(at + 9));
        place = Place.DATA;
        // And a byte with the size of the first code.
        return at + IMAGE_HEADER + table + 1;
    }

    private long extension(Window window, long at) {
        if (window.u8(at + 1) == APPLICATION && window.text(at + 3, 8).equals("XMP Data")) {
            // Its text is no chain of sub-blocks, but made so that it can be stepped over as if it were.
            var from = at + XMP_HEADER;
            var next = from;
            while (window.u8(next) != 0) {
                next += 1L + window.u8(next);
            }
            sight.text(window.text(from, (int) (next - from)));
            return next + 1;
        }
        place = Place.DATA;
        return at + 2;
    }

    private long data(Window window, long at) {
        var size = window.u8(at);
        if (size == 0) {
            place = Place.BLOCKS;
        }
        return at + 1 + size;
    }

    /** The bytes of a table of colours; none where there is no table. */
    private static long colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3L << ((flags & 0x07) + 1);
    }
}
