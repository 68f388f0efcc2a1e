package dev.natter.chat.attachment.voice;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The beginnings of recordings, as browsers write them, without real sound. */
public final class TestRecordings {

    private static final byte[] SOUND = new byte[1_000];

    private TestRecordings() {}

    /** As Chromium and Firefox record: of unknown length. */
    public static byte[] webm(String codec) {
        return webm("webm", track(codec));
    }

    static byte[] webm(String docType, byte[]... tracks) {
        return join(
                element("1A45DFA3", element("4282", ascii(docType))),
                hex("18538067 01FFFFFFFFFFFFFF"),
                element("1549A966", element("4D80", ascii("Chrome"))),
                element("1654AE6B", tracks),
                hex("1F43B675 01FFFFFFFFFFFFFF"),
                SOUND);
    }

    static byte[] track(String codec) {
        return element("AE", element("83", new byte[] {2}), element("86", ascii(codec)));
    }

    /** As Firefox records. */
    public static byte[] ogg(String codec) {
        return join(ascii("OggS"), new byte[22], new byte[] {1, 19}, ascii(codec), SOUND);
    }

    /** As Safari records: described before the sound. */
    public static byte[] mp4(String... codecs) {
        return join(ftyp(), moov(codecs), box("mdat", SOUND));
    }

    /** Described behind a sound of this length. */
    public static byte[] mp4(int soundBytes, String codec) {
        return join(ftyp(), box("mdat", new byte[soundBytes]), box("free"), moov(codec));
    }

    static byte[] ftyp() {
        return box("ftyp", ascii("M4A "), new byte[4], ascii("M4A isom"));
    }

    static byte[] moov(String... codecs) {
        var tracks = new byte[codecs.length][];
        for (var index = 0; index < codecs.length; index++) {
            var entry = box(codecs[index], new byte[28]);
            var description = box("stbl", box("stsd", new byte[7], new byte[] {1}, entry), box("stts", new byte[8]));
            tracks[index] = box(
                    "trak",
                    box("tkhd", new byte[84]),
                    box("mdia", box("mdhd", new byte[24]), box("minf", description)));
        }
        return box("moov", box("mvhd", new byte[100]), join(tracks));
    }

    static byte[] box(String type, byte[]... contents) {
        var content = join(contents);
        return join(ByteBuffer.allocate(4).putInt(8 + content.length).array(), ascii(type), content);
    }

    static byte[] element(String id, byte[]... contents) {
        var content = join(contents);
        return join(
                hex(id),
                ByteBuffer.allocate(4).putInt(0x1000_0000 | content.length).array(),
                content);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
