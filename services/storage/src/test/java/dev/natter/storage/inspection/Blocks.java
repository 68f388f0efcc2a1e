package dev.natter.storage.inspection;

import static dev.natter.testing.images.TestImages.slice;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Splits well-formed images into their blocks, without any code of the parsers. */
final class Blocks {

    /** What a stored image may consist of. */
    static final Map<Format, Set<String>> CLEAN = Map.of(
            Format.JPEG,
            Set.of("start", "frame", "tables", "scan", "JFIF", "Adobe", "ICC_PROFILE", "Exif", "end"),
            Format.PNG,
            Set.of(
                    "start", "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "cICP",
                    "mDCV", "cLLI", "acTL", "fcTL", "fdAT", "eXIf"),
            Format.WEBP,
            Set.of("start", "VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP", "EXIF"),
            Format.GIF,
            Set.of("start", "image", "control", "NETSCAPE2.0", "end"));

    private Blocks() {}

    /** What an inspection has kept, in one piece. */
    static byte[] content(Inspection.Outcome outcome) {
        var content = ByteBuffer.allocate(outcome.bytes());
        outcome.content().forEach(piece -> content.put(piece.duplicate()));
        return content.array();
    }

    /** In order; together they are the image. */
    static List<byte[]> split(Format format, byte[] image) {
        var blocks = new ArrayList<byte[]>();
        var at = 0;
        while (at < image.length) {
            var next = Math.min(image.length, next(format, image, at));
            blocks.add(slice(image, at, next));
            at = next;
        }
        return blocks;
    }

    /** What they are called; those in frames included. */
    static List<String> names(Format format, byte[] image) {
        var names = new ArrayList<String>();
        for (var block : split(format, image)) {
            names.add(names.isEmpty() ? "start" : name(format, block));
            if (names.get(names.size() - 1).equals("ANMF")) {
                names(format, block, 24, names);
            }
        }
        return names;
    }

    private static void names(Format format, byte[] frame, int from, List<String> names) {
        for (var at = from; at < frame.length; at = next(format, frame, at)) {
            names.add(name(format, slice(frame, at, frame.length)));
        }
    }

    private static int next(Format format, byte[] image, int at) {
        var bytes = ByteBuffer.wrap(image);
        return switch (format) {
            case JPEG -> at == 0 ? 2 : jpeg(image, at);
            case PNG -> at == 0 ? 8 : at + 12 + bytes.getInt(at);
            case WEBP -> {
                var size = at == 0 ? 4 : bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(at + 4);
                yield at + 8 + size + (size & 1);
            }
            case GIF -> at == 0 ? 13 + table(image[10]) : gif(image, at);
        };
    }

    private static int jpeg(byte[] image, int at) {
        var code = image[at + 1] & 0xFF;
        if (code == 0xD9) {
            return image.length;
        }
        var next = at + 2 + (ByteBuffer.wrap(image).getShort(at + 2) & 0xFFFF);
        while (code == 0xDA && next + 1 < image.length && !isMarker(image[next], image[next + 1] & 0xFF)) {
            next++;
        }
        return next;
    }

    private static boolean isMarker(byte first, int code) {
        return first == -1 && code != 0 && code != 0xFF && (code < 0xD0 || code > 0xD7);
    }

    private static int gif(byte[] image, int at) {
        if (image[at] == 0x3B) {
            return image.length;
        }
        var next = image[at] == 0x2C ? at + 11 + table(image[at + 9]) : at + 2;
        while (image[next] != 0) {
            next += 1 + (image[next] & 0xFF);
        }
        return next + 1;
    }

    private static int table(byte flags) {
        return flags < 0 ? 3 << (1 + (flags & 7)) : 0;
    }

    private static String name(Format format, byte[] block) {
        var text = new String(block, StandardCharsets.ISO_8859_1);
        return switch (format) {
            case JPEG -> jpegName(block[1] & 0xFF, text);
            case PNG -> text.substring(4, 8);
            case WEBP -> text.substring(0, 4);
            case GIF -> gifName(block, text);
        };
    }

    private static String jpegName(int code, String text) {
        return switch (code) {
            case 0xC4, 0xCC, 0xDB, 0xDC, 0xDD -> "tables";
            case 0xDA -> "scan";
            case 0xD9 -> text.length() == 2 ? "end" : "something behind the end";
            case 0xE0 -> text.length() == 18 ? "JFIF" : "a thumbnail";
            case 0xE1 -> text.length() == 36 ? "Exif" : "more than an orientation";
            case 0xE2 -> text.substring(4, 15);
            case 0xEE -> text.length() == 16 ? "Adobe" : "more than a transform";
            default -> code >= 0xC0 && code <= 0xCF ? "frame" : "marker " + code;
        };
    }

    private static String gifName(byte[] block, String text) {
        return switch (block[0]) {
            case 0x2C -> "image";
            case 0x3B -> block.length == 1 ? "end" : "something behind the end";
            default ->
                switch (block[1]) {
                    case (byte) 0xF9 -> block.length == 8 ? "control" : "more than a control";
                    case (byte) 0xFF -> block.length == 19 ? text.substring(3, 14) : "more than a loop";
                    default -> "extension " + block[1];
                };
        };
    }
}
