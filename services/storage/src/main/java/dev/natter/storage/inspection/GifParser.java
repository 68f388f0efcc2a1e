package dev.natter.storage.inspection;

/**
 * GIF (87a and 89a): blocks, whose data is a chain of sub-blocks that a zero ends. Keeps the images, their graphic controls
 * and how often the animation is repeated. Comments, plain texts and all other extensions go.
 */
final class GifParser extends FormatParser {

    private static final int HEADER = 13;
    private static final int IMAGE = 0x2C;
    private static final int IMAGE_HEADER = 10;
    private static final int EXTENSION = 0x21;
    private static final int PLAIN_TEXT = 0x01;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int GRAPHIC_CONTROL_SIZE = 8;
    private static final int APPLICATION = 0xFF;
    private static final int APPLICATION_HEADER = 14;
    private static final int TRAILER = 0x3B;
    private static final long NONE = -1;

    private boolean hasImage;
    private boolean hasLoop;
    /** The graphic control that belongs to the next image. */
    private long control = NONE;

    GifParser(Source source, int maxSide) {
        super(source, maxSide);
    }

    @Override
    boolean recognises() {
        return source.startsWith(0, "GIF87a") || source.startsWith(0, "GIF89a");
    }

    @Override
    void parse() {
        extent(source.u16le(6), source.u16le(8));
        var at = HEADER + colours(source.u8(10));
        output.copy(0, at);
        // Many files end without a trailer.
        while (at < source.length()) {
            source.block();
            var kind = source.u8(at);
            if (kind == TRAILER) {
                break;
            }
            at = switch (kind) {
                case IMAGE -> image(at);
                case EXTENSION -> extension(at);
                default -> throw ImageRejection.MALFORMED.exception();
            };
        }
        requireWellFormed(hasImage);
        output.write(new byte[] {TRAILER});
    }

    private long image(long at) {
        extent(source.u16le(at + 5), source.u16le(at + 7));
        // A byte with the size of the first code precedes the data.
        var next = data(at + IMAGE_HEADER + colours(source.u8(at + 9)) + 1);
        if (control != NONE) {
            output.copy(control, GRAPHIC_CONTROL_SIZE);
            control = NONE;
        }
        output.copy(at, next - at);
        hasImage = true;
        return next;
    }

    private long extension(long at) {
        switch (source.u8(at + 1)) {
            case GRAPHIC_CONTROL -> {
                requireWellFormed(source.u8(at + 2) == 4 && source.u8(at + 7) == 0);
                control = at;
                return at + GRAPHIC_CONTROL_SIZE;
            }
            // No program shows it; its graphic control goes with it.
            case PLAIN_TEXT -> control = NONE;
            case APPLICATION -> loop(at);
            default -> {}
        }
        return data(at + 2);
    }

    private void loop(long at) {
        var isLoop = source.startsWith(at + 2, "\u000BNETSCAPE2.0\3\1")
                || source.startsWith(at + 2, "\u000BANIMEXTS1.0\3\1");
        if (isLoop && !hasLoop) {
            hasLoop = true;
            var count = at + APPLICATION_HEADER + 2;
            output.write("!\u00FF\u000BNETSCAPE2.0\3\1");
            output.write(new byte[] {(byte) source.u8(count), (byte) source.u8(count + 1), 0});
        }
    }

    private long data(long from) {
        var at = from;
        for (var size = source.u8(at); size != 0; size = source.u8(at)) {
            at += 1L + size;
        }
        return at + 1;
    }

    /** The bytes of a table of colours; none where there is no table. */
    private static long colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3L << ((flags & 0x07) + 1);
    }
}
