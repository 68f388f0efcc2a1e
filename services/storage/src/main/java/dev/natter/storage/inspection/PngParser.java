package dev.natter.storage.inspection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * PNG (W3C, third edition): chunks. Keeps the critical ones, colour, transparency, animation and the orientation. A
 * colour profile keeps its bytes, compressed as they are, and loses its name, which is a text.
 */
final class PngParser extends FormatParser {

    private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
    private static final int CHUNK_FRAME = 12;
    private static final int HEADER_SIZE = 13;
    private static final int FRAME_CONTROL_SIZE = 26;
    private static final int MAX_PROFILE_NAME = 79;
    private static final String PROFILE_NAME = "icc";
    /** Deflate takes two bits at least for 258 bytes at most. */
    private static final long MAX_INFLATION = 1032;

    /** Chunks that are kept once, with their greatest sizes. */
    private static final Map<String, Integer> ONCE = Map.of(
            "PLTE", 768,
            "tRNS", 256,
            "gAMA", 4,
            "cHRM", 32,
            "sRGB", 1,
            "sBIT", 4,
            "cICP", 4,
            "mDCV", 24,
            "cLLI", 8,
            "acTL", 8);

    private static final Map<Integer, Integer> CHANNELS = Map.of(0, 1, 2, 3, 3, 1, 4, 2, 6, 4);
    private static final Set<Integer> DEPTHS = Set.of(1, 2, 4, 8, 16);

    private final Set<String> seen = new HashSet<>();
    private long rawBytes;
    private long dataBytes;

    PngParser(Source source, int maxSide) {
        super(source, maxSide);
    }

    @Override
    boolean recognises() {
        return source.startsWith(0, SIGNATURE);
    }

    @Override
    void parse() {
        output.copy(0, SIGNATURE.length());
        var at = (long) SIGNATURE.length();
        while (true) {
            source.block();
            var size = source.u32be(at);
            var type = source.type(at + 4);
            source.require(at, CHUNK_FRAME + size);
            requireWellFormed(type.equals("IHDR") == (at == SIGNATURE.length()));
            if (type.equals("IEND")) {
                break;
            }
            chunk(type, at, size);
            at += CHUNK_FRAME + size;
        }
        requireWellFormed(rawBytes <= dataBytes * MAX_INFLATION);
        write("IEND");
    }

    private void chunk(String type, long at, long size) {
        var content = at + 8;
        switch (type) {
            case "IHDR" -> {
                header(content, size);
                output.copy(at, CHUNK_FRAME + size);
            }
            case "IDAT" -> {
                dataBytes += size;
                output.copy(at, CHUNK_FRAME + size);
            }
            case "fcTL" -> {
                if (isAnimated()) {
                    frame(content, size);
                    output.copy(at, CHUNK_FRAME + size);
                }
            }
            case "fdAT" -> {
                if (isAnimated()) {
                    output.copy(at, CHUNK_FRAME + size);
                }
            }
            case "iCCP" -> {
                if (seen.add(type)) {
                    profile(content, size);
                }
            }
            case "eXIf" -> {
                if (orient(content, size)) {
                    write(type, ByteBuffer.wrap(orientation()));
                }
            }
            default -> other(type, at, size, output);
        }
    }

    private void other(String type, long at, long size, Output output) {
        var maxSize = ONCE.get(type);
        if (maxSize != null && size <= maxSize && seen.add(type)) {
            output.copy(at, CHUNK_FRAME + size);
        } else if (isCritical(type)) {
            throw ImageRejection.MALFORMED.exception();
        }
    }

    private void header(long at, long size) {
        requireWellFormed(size == HEADER_SIZE);
        var width = source.u32be(at);
        var height = source.u32be(at + 4);
        var depth = source.u8(at + 8);
        var channels = CHANNELS.get(source.u8(at + 9));
        if (channels == null || !DEPTHS.contains(depth)) {
            throw ImageRejection.MALFORMED.exception();
        }
        extent(width, height);
        rawBytes = (width * depth * channels + 7) / 8 * height;
    }

    private void frame(long at, long size) {
        requireWellFormed(size == FRAME_CONTROL_SIZE);
        var width = source.u32be(at + 4);
        var height = source.u32be(at + 8);
        extent(width, height);
        requireWellFormed(source.u32be(at + 12) + width <= width() && source.u32be(at + 16) + height <= height());
    }

    private void profile(long at, long size) {
        checkProfile(size);
        var name = 0;
        while (name < size && source.u8(at + name) != 0) {
            requireWellFormed(++name <= MAX_PROFILE_NAME);
        }
        // A zero and the method of compression follow.
        if (name + 2L < size) {
            var head = ByteBuffer.wrap((PROFILE_NAME + "\0\0").getBytes(StandardCharsets.ISO_8859_1));
            write("iCCP", head, source.slice(at + name + 2, size - name - 2));
        }
    }

    private void write(String type, ByteBuffer... content) {
        var crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.ISO_8859_1));
        var size = 0;
        for (var part : content) {
            crc.update(part.duplicate());
            size += part.remaining();
        }
        output.write(ByteBuffer.allocate(4).putInt(size).array());
        output.write(type);
        for (var part : content) {
            output.write(part);
        }
        output.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private boolean isAnimated() {
        return seen.contains("acTL");
    }

    /** A decoder must not ignore such a chunk, so that it cannot be left out. */
    private static boolean isCritical(String type) {
        return (type.charAt(0) & 0x20) == 0;
    }
}
