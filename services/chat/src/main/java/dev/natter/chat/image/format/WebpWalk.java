package dev.natter.chat.image.format;

import java.nio.charset.StandardCharsets;

/** WebP (RFC 9649): chunks in a RIFF file. The metadata comes last, behind the pixels. */
final class WebpWalk implements Walk {

    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int SIDE = 0x3FFF;
    private static final int LOSSLESS_SIGNATURE = 0x2F;
    private static final int LOSSY_SIGNATURE = 0x2A019D;
    private static final int EXIF_PREFIX = 6;

    private final Sight sight;
    private long end;

    WebpWalk(Sight sight) {
        this.sight = sight;
    }

    @Override
    public boolean recognises(Window start) {
        return start.text(0, 4).equals("RIFF") && start.text(8, 4).equals("WEBP");
    }

    @Override
    public long block(Window window, long at) {
        if (at == 0) {
            end = CHUNK_HEADER + window.u32le(4);
            return RIFF_HEADER;
        }
        if (at >= end) {
            return Tail.onlyPadding(window, at);
        }
        var size = window.u32le(at + 4);
        var content = at + CHUNK_HEADER;
        switch (window.text(at, 4)) {
            case "VP8X" -> sight.extent(window.u24le(content + 4) + 1L, window.u24le(content + 7) + 1L);
            case "ANMF" -> sight.extent(window.u24le(content + 6) + 1L, window.u24le(content + 9) + 1L);
            case "VP8 " -> lossy(window, content);
            case "VP8L" -> lossless(window, content);
            case "EXIF" -> exif(window.copy(content, size));
            case "XMP " -> sight.text(new String(window.copy(content, size), StandardCharsets.ISO_8859_1));
            default -> {}
        }
        return content + size + (size & 1);
    }

    private void lossy(Window window, long at) {
        if (window.u24le(at + 3) != LOSSY_SIGNATURE) {
            throw Unfit.MALFORMED.refusal();
        }
        sight.extent(window.u16le(at + 6) & SIDE, window.u16le(at + 8) & SIDE);
    }

    private void lossless(Window window, long at) {
        if (window.u8(at) != LOSSLESS_SIGNATURE) {
            throw Unfit.MALFORMED.refusal();
        }
        var packed = window.u32le(at + 1);
        sight.extent((packed & SIDE) + 1, ((packed >> 14) & SIDE) + 1);
    }

    /** Some programs put in front what only JPEG needs. */
    private void exif(byte[] content) {
        var prefixed = content.length > EXIF_PREFIX && content[0] == 'E' && content[4] == 0;
        sight.exif(prefixed ? java.util.Arrays.copyOfRange(content, EXIF_PREFIX, content.length) : content);
    }
}
