package dev.natter.chat.image.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The three kinds of text in a PNG, which may be compressed, and may be XMP or, as older programs write it, EXIF in hex. */
final class PngText {

    /** Characters of one text; a longer one is refused, so that a small file cannot become a large one. */
    private static final int LONGEST = 1 << 20;

    private static final String RAW_PROFILE = "Raw profile type ";
    private static final Pattern RAW = Pattern.compile("\\s*\\w+\\s+\\d+\\s+([0-9a-fA-F\\s]*)");
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private final Sight sight;

    PngText(Sight sight) {
        this.sight = sight;
    }

    void look(String type, byte[] content) {
        var keyword = zero(content, 0);
        var name = new String(content, 0, keyword, StandardCharsets.ISO_8859_1);
        var text = new String(text(type, content, keyword + 1), StandardCharsets.ISO_8859_1);
        sight.text(text);
        if (name.startsWith(RAW_PROFILE)) {
            raw(text);
        }
    }

    private static byte[] text(String type, byte[] content, int at) {
        return switch (type) {
            case "tEXt" -> rest(content, at);
            case "zTXt" -> inflate(rest(content, at + 1));
            default -> international(content, at);
        };
    }

    private static byte[] international(byte[] content, int at) {
        var compressed = at < content.length && content[at] == 1;
        var language = zero(content, at + 2);
        var text = rest(content, zero(content, language + 1) + 1);
        return compressed ? inflate(text) : text;
    }

    private void raw(String text) {
        var hex = RAW.matcher(text);
        if (!hex.lookingAt()) {
            throw Unfit.MALFORMED.refusal();
        }
        var digits = hex.group(1).replaceAll("\\s", "");
        var profile = HexFormat.of().parseHex(digits.substring(0, digits.length() & ~1));
        sight.text(new String(profile, StandardCharsets.ISO_8859_1));
        if (profile.length >= EXIF.length && Arrays.equals(profile, 0, EXIF.length, EXIF, 0, EXIF.length)) {
            sight.exif(rest(profile, EXIF.length));
        }
    }

    private static byte[] inflate(byte[] deflated) {
        var inflater = new Inflater();
        try {
            inflater.setInput(deflated);
            var text = new byte[LONGEST];
            var size = 0;
            while (size < LONGEST && !inflater.finished() && !inflater.needsInput()) {
                size += inflater.inflate(text, size, LONGEST - size);
            }
            if (size == LONGEST) {
                throw Unfit.MALFORMED.refusal();
            }
            return Arrays.copyOf(text, size);
        } catch (DataFormatException malformed) {
            throw Unfit.MALFORMED.refusal();
        } finally {
            inflater.end();
        }
    }

    private static int zero(byte[] content, int from) {
        for (var at = from; at < content.length; at++) {
            if (content[at] == 0) {
                return at;
            }
        }
        return content.length;
    }

    private static byte[] rest(byte[] content, int from) {
        return Arrays.copyOfRange(content, Math.min(from, content.length), content.length);
    }
}
