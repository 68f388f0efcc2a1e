package dev.natter.storage.inspection;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * WebP (RFC 9649): chunks in a RIFF file, and chunks in the frames of an animation. Keeps bitstreams, transparency, the
 * animation, the colour profile and the orientation; writes the headers that count and announce them anew.
 */
final class WebpParser extends FormatParser {

    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int EXTENDED_SIZE = 10;
    private static final int ANIMATION_SIZE = 6;
    private static final int FRAME_HEADER = 16;
    private static final int SIDE = 0x3FFF;
    private static final int LOSSLESS_SIGNATURE = 0x2F;
    private static final int LOSSY_SIGNATURE = 0x2A019D;
    private static final String EXIF_PREFIX = "Exif\0\0";

    private static final int ANIMATED = 0x02;
    private static final int ORIENTED = 0x08;
    private static final int TRANSPARENT = 0x10;
    private static final int PROFILED = 0x20;

    private boolean isExtended;
    private boolean isAnimated;
    private boolean isTransparent;
    private boolean hasProfile;
    private boolean hasAnimation;
    private boolean hasAlpha;
    private boolean hasImage;

    WebpParser(Source source, int maxSide) {
        super(source, maxSide);
    }

    @Override
    boolean recognises() {
        return source.startsWith(0, "RIFF") && source.startsWith(8, "WEBP");
    }

    @Override
    void parse() {
        var body = new Output(source);
        var end = CHUNK_HEADER + source.u32le(4);
        source.require(0, end);
        var at = (long) RIFF_HEADER;
        while (at < end) {
            at = chunk(at, end, body);
        }
        requireWellFormed(hasImage);
        if (isExtended && isTurned()) {
            var tiff = orientation();
            body.write(header("EXIF", tiff.length));
            body.write(tiff);
        }
        var extended = isExtended ? extended() : new byte[0];
        output.write(header("RIFF", 4 + extended.length + body.size()));
        output.write("WEBP");
        output.write(extended);
        output.append(body);
    }

    private long chunk(long at, long end, Output body) {
        var size = size(at, end);
        var content = at + CHUNK_HEADER;
        switch (source.type(at)) {
            case "VP8X" -> {
                requireWellFormed(at == RIFF_HEADER && size >= EXTENDED_SIZE);
                isExtended = true;
                isAnimated = (source.u8(content) & ANIMATED) != 0;
                isTransparent = (source.u8(content) & TRANSPARENT) != 0;
                extent(source.u24le(content + 4) + 1L, source.u24le(content + 7) + 1L);
            }
            case "ICCP" -> {
                if (isExtended && !hasProfile) {
                    checkProfile(size);
                    hasProfile = true;
                    copy(at, size, body);
                }
            }
            case "ANIM" -> {
                if (isAnimated && !hasAnimation && size == ANIMATION_SIZE) {
                    hasAnimation = true;
                    copy(at, size, body);
                }
            }
            case "ANMF" -> {
                if (isAnimated) {
                    frame(content, size, body);
                }
            }
            case "EXIF" -> {
                var prefix = source.startsWith(content, EXIF_PREFIX) ? EXIF_PREFIX.length() : 0;
                orient(content + prefix, size - prefix);
            }
            default -> {
                if (!isAnimated) {
                    image(at, size, body);
                }
            }
        }
        return next(content, size, end);
    }

    /** A bitstream or its transparency; anything else is left out. */
    private void image(long at, long size, Output output) {
        var content = at + CHUNK_HEADER;
        var type = source.type(at);
        if (hasImage) {
            return;
        }
        switch (type) {
            case "ALPH" -> {
                if (hasAlpha) {
                    return;
                }
                hasAlpha = true;
            }
            case "VP8 " -> {
                hasImage = true;
                lossy(content, size);
            }
            case "VP8L" -> {
                hasImage = true;
                lossless(content, size);
            }
            default -> {
                return;
            }
        }
        copy(at, size, output);
    }

    private void frame(long at, long size, Output body) {
        requireWellFormed(size >= FRAME_HEADER);
        extent(source.u24le(at + 6) + 1L, source.u24le(at + 9) + 1L);
        var end = at + size;
        var images = new Output(source);
        hasImage = false;
        hasAlpha = false;
        for (var part = at + FRAME_HEADER; part < end; ) {
            var partSize = size(part, end);
            image(part, partSize, images);
            part = next(part + CHUNK_HEADER, partSize, end);
        }
        requireWellFormed(hasImage);
        body.write(header("ANMF", FRAME_HEADER + images.size()));
        body.copy(at, FRAME_HEADER);
        body.append(images);
    }

    private void lossy(long at, long size) {
        requireWellFormed(size >= 10 && source.u24le(at + 3) == LOSSY_SIGNATURE);
        extent(source.u16le(at + 6) & SIDE, source.u16le(at + 8) & SIDE);
    }

    private void lossless(long at, long size) {
        requireWellFormed(size >= 5 && source.u8(at) == LOSSLESS_SIGNATURE);
        var packed = source.u32le(at + 1);
        extent((packed & SIDE) + 1, ((packed >> 14) & SIDE) + 1);
    }

    private byte[] extended() {
        var flags = (isAnimated ? ANIMATED : 0)
                | (isTransparent ? TRANSPARENT : 0)
                | (hasProfile ? PROFILED : 0)
                | (isTurned() ? ORIENTED : 0);
        return ByteBuffer.allocate(CHUNK_HEADER + EXTENDED_SIZE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header("VP8X", EXTENDED_SIZE))
                .putInt(flags)
                .putShort((short) (width() - 1))
                .put((byte) 0)
                .putShort((short) (height() - 1))
                .put((byte) 0)
                .array();
    }

    private long size(long at, long end) {
        source.block();
        var size = source.u32le(at + 4);
        requireWellFormed(at + CHUNK_HEADER + size <= end);
        return size;
    }

    /** Chunks begin at even places; the padding of the last one may be missing. */
    private static long next(long content, long size, long end) {
        return Math.min(content + size + (size & 1), end);
    }

    private void copy(long at, long size, Output output) {
        source.require(at, CHUNK_HEADER + size);
        output.copy(at, CHUNK_HEADER + size);
        if ((size & 1) != 0) {
            output.write(new byte[1]);
        }
    }

    private static byte[] header(String type, int size) {
        return ByteBuffer.allocate(CHUNK_HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .putInt(size)
                .array();
    }
}
