package dev.natter.storage.inspection;

import static dev.natter.testing.images.TestImages.ascii;
import static dev.natter.testing.images.TestImages.before;
import static dev.natter.testing.images.TestImages.behind;
import static dev.natter.testing.images.TestImages.deflated;
import static dev.natter.testing.images.TestImages.encoded;
import static dev.natter.testing.images.TestImages.exif;
import static dev.natter.testing.images.TestImages.join;
import static dev.natter.testing.images.TestImages.lossyWebp;
import static dev.natter.testing.images.TestImages.orientation;
import static dev.natter.testing.images.TestImages.png;
import static dev.natter.testing.images.TestImages.pngHeader;
import static dev.natter.testing.images.TestImages.resource;
import static dev.natter.testing.images.TestImages.riff;
import static dev.natter.testing.images.TestImages.segment;
import static dev.natter.testing.images.TestImages.slice;
import static dev.natter.testing.images.TestImages.webp;
import static dev.natter.testing.images.TestImages.xmp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.natter.storage.inspection.ImageRejection.ImageRejectedException;
import dev.natter.storage.inspection.Inspection.Dimensions;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest {

    private static final int MAX_SIDE = 12_000;
    private static final byte[] JPEG = encoded("jpeg", 60, 40);
    private static final byte[] PNG = encoded("png", 60, 40);
    private static final byte[] GIF = encoded("gif", 60, 40);

    static Stream<Arguments> leftOut() {
        var script = ascii("<script>alert(1)</script>");
        return Stream.of(
                Arguments.of("a script behind", Format.JPEG, JPEG, join(JPEG, script)),
                Arguments.of("a second image, as telephones add", Format.JPEG, JPEG, join(JPEG, new byte[3], JPEG)),
                Arguments.of("a comment", Format.JPEG, JPEG, segment(JPEG, 0xFE, ascii("GPSLatitude"))),
                Arguments.of("exif without an orientation", Format.JPEG, JPEG, exif(JPEG, orientation(1))),
                Arguments.of("exif that cannot be read", Format.JPEG, JPEG, exif(JPEG, ascii("MM\0*\377\377\377\377"))),
                Arguments.of(
                        "xmp",
                        Format.JPEG,
                        JPEG,
                        segment(JPEG, 0xE1, join(ascii("http://ns.adobe.com/xap/1.0/\0"), xmp()))),
                Arguments.of(
                        "a Photoshop segment", Format.JPEG, JPEG, segment(JPEG, 0xED, ascii("Photoshop 3.0\0GPS"))),
                Arguments.of("further images, announced", Format.JPEG, JPEG, segment(JPEG, 0xE2, ascii("MPF\0MM\0*"))),
                Arguments.of("a script behind", Format.PNG, PNG, join(PNG, script)),
                Arguments.of("a text", Format.PNG, PNG, before(PNG, png("tEXt", ascii("exif:GPSLatitude\00052,31N")))),
                Arguments.of(
                        "a zipped text",
                        Format.PNG,
                        PNG,
                        behind(PNG, png("zTXt", join(ascii("GPS\0\0"), deflated(xmp()))))),
                Arguments.of(
                        "xmp",
                        Format.PNG,
                        PNG,
                        behind(PNG, png("iTXt", join(ascii("XML:com.adobe.xmp\0\0\0\0\0"), xmp())))),
                Arguments.of("a time", Format.PNG, PNG, before(PNG, png("tIME", new byte[7]))),
                Arguments.of("frames of no animation", Format.PNG, PNG, behind(PNG, png("fdAT", script))),
                Arguments.of("an unknown chunk", Format.PNG, PNG, before(PNG, png("gpSx", script))),
                Arguments.of("a colour chunk that is a text", Format.PNG, PNG, before(PNG, png("gAMA", script))),
                Arguments.of("a script behind", Format.GIF, GIF, join(GIF, script)),
                Arguments.of("a comment", Format.GIF, GIF, beforeTrailer(join(ascii("!\376\3GPS"), new byte[1]))),
                Arguments.of("xmp", Format.GIF, GIF, beforeTrailer(gifXmp())),
                Arguments.of(
                        "a plain text with its control",
                        Format.GIF,
                        GIF,
                        beforeTrailer(join(ascii("!\371\4\0\0\0\0\0!\1\3GPS"), new byte[1]))),
                Arguments.of("a script behind", Format.WEBP, lossyWebp(60, 40), join(lossyWebp(60, 40), script)),
                Arguments.of("xmp", Format.WEBP, webp(60, 40), webp(60, 40, riff("XMP ", xmp()))),
                Arguments.of(
                        "exif without an orientation",
                        Format.WEBP,
                        webp(60, 40),
                        webp(60, 40, riff("EXIF", orientation(1)))),
                Arguments.of("an unknown chunk", Format.WEBP, webp(60, 40), webp(60, 40, riff("GPS ", script))),
                Arguments.of(
                        "frames of no animation", Format.WEBP, webp(60, 40), webp(60, 40, riff("ANMF", new byte[16]))));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("leftOut")
    void leavesOutWhatTheAllowListDoesNotName(String name, Format format, byte[] clean, byte[] upload) {
        assertThat(rewritten(format, upload)).isEqualTo(clean);
    }

    @Test
    void leavesOutTheThumbnailOfJfif() {
        var thumbnail = ascii("JFIF\0\1\2\0\0\1\0\1\2\1secret");
        var upload =
                join(slice(JPEG, 0, 2), slice(segment(JPEG, 0xE0, thumbnail), 2, 26), slice(JPEG, 20, JPEG.length));

        var stored = rewritten(Format.JPEG, upload);

        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(stored).hasSameSizeAs(JPEG);
    }

    @Test
    void keepsAProfileButNotItsName() {
        var profile = deflated(ascii("profile"));
        var upload = before(PNG, png("iCCP", join(ascii("GPS 52 N\0\0"), profile)));

        assertThat(rewritten(Format.PNG, upload)).isEqualTo(before(PNG, png("iCCP", join(ascii("icc\0\0"), profile))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsTheOrientationAndShowsTheSizeAccordingly(int orientation) {
        var shown = orientation < 5 ? new Dimensions(60, 40) : new Dimensions(40, 60);

        assertThat(inspect(Format.JPEG, exif(JPEG, orientation(orientation))).dimensions())
                .isEqualTo(shown);
        assertThat(inspect(Format.PNG, behind(PNG, png("eXIf", orientation(orientation))))
                        .dimensions())
                .isEqualTo(shown);
        assertThat(inspect(Format.WEBP, webp(60, 40, riff("EXIF", orientation(orientation))))
                        .dimensions())
                .isEqualTo(shown);
        assertThat(inspect(Format.WEBP, webp(60, 40, riff("EXIF", join(ascii("Exif\0\0"), orientation(orientation)))))
                        .dimensions())
                .isEqualTo(shown);
    }

    @Test
    void announcesTheOrientationOfAWebp() {
        var stored = rewritten(Format.WEBP, webp(60, 40, riff("EXIF", orientation(6)), riff("XMP ", xmp())));

        assertThat(stored).isEqualTo(patched(webp(60, 40, riff("EXIF", Orientation.write(6))), 20, 0x08));
    }

    /** {@code cases/png-fdict.png}: a text whose zlib stream asks for a dictionary, which once took a thread for ever. */
    @Test
    void storesAPngWhoseTextAsksForADictionary() {
        var upload = resource("png-fdict.png");
        var inspection = new Inspection(Format.PNG, upload, MAX_SIDE);

        assertThat(inspection.run().bytes()).isLessThan(upload.length);
        assertThat(inspection.reads()).isLessThan(upload.length);
    }

    @Test
    void looksAtNoByteOfATextHoweverLong() {
        var text = png("zTXt", join(ascii("x\0\0"), deflated(ascii("gps".repeat(1 << 20)))));
        var many = new byte[1000][];
        java.util.Arrays.fill(many, text);
        var upload = before(PNG, many);
        var inspection = new Inspection(Format.PNG, upload, MAX_SIDE);

        inspection.run();

        assertThat(inspection.blocks()).isBetween(1000, 1010);
        assertThat(inspection.reads()).isLessThan(20 * 1010);
    }

    static Stream<Arguments> tooLarge() {
        return Stream.of(
                Arguments.of(Format.PNG, pngHeader(50_000, 50_000)),
                Arguments.of(Format.PNG, pngHeader(12_001, 1)),
                Arguments.of(Format.PNG, pngHeader(1, 12_001)),
                Arguments.of(Format.PNG, pngHeader(0, 1)),
                Arguments.of(Format.PNG, pngHeader(-1, 1)),
                Arguments.of(Format.GIF, patched(GIF, 6, 0xFF, 0xFF)),
                Arguments.of(Format.GIF, patched(GIF, 8, 0, 0)),
                Arguments.of(Format.WEBP, webp(16_384, 10)),
                Arguments.of(Format.WEBP, webp(1_000_000, 10)),
                Arguments.of(Format.WEBP, lossyWebp(10, 12_001)),
                Arguments.of(Format.WEBP, lossyWebp(10, 0)),
                Arguments.of(Format.JPEG, patched(JPEG, frameHeader() + 5, 0xFF, 0xFF)),
                Arguments.of(Format.JPEG, patched(JPEG, frameHeader() + 7, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource("tooLarge")
    void rejectsABombByItsHeaderAlone(Format format, byte[] image) {
        assertRejected(ImageRejection.DIMENSIONS, format, image);
    }

    /** Of 12,000 times 12,000 pixels in 58 bytes. What deflate could compress so far would have 418 kB at least. */
    @Test
    void rejectsAPngThatCannotHoldItsPixels() {
        var claim = pngHeader(12_000, 12_000);
        var end = png("IEND", new byte[0]);

        assertRejected(ImageRejection.MALFORMED, Format.PNG, join(claim, png("IDAT", new byte[1]), end));
        assertThat(inspect(Format.PNG, join(claim, png("IDAT", new byte[418_605]), end))
                        .dimensions())
                .isEqualTo(new Dimensions(12_000, 12_000));
    }

    @Test
    void rejectsAJpegThatCannotHoldItsPixels() {
        assertRejected(ImageRejection.MALFORMED, Format.JPEG, patched(JPEG, frameHeader() + 5, 0x2E, 0xE0, 0x2E, 0xE0));
    }

    static Stream<Arguments> otherThings() {
        return Stream.of(
                Arguments.of(Format.PNG, JPEG),
                Arguments.of(Format.JPEG, PNG),
                Arguments.of(Format.GIF, webp(1, 1)),
                Arguments.of(Format.WEBP, GIF),
                Arguments.of(Format.WEBP, riff("RIFF", ascii("WAVEfmt "))),
                Arguments.of(Format.PNG, ascii("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")),
                Arguments.of(Format.JPEG, ascii("<!doctype html><script>alert(1)</script>")),
                Arguments.of(Format.GIF, ascii("GIF89")),
                Arguments.of(Format.JPEG, ascii("x")),
                Arguments.of(Format.JPEG, new byte[0]));
    }

    @ParameterizedTest
    @MethodSource("otherThings")
    void rejectsWhatIsSomethingElse(Format declared, byte[] file) {
        assertRejected(ImageRejection.TYPE, declared, file);
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("no pixels", Format.JPEG, slice(JPEG, 0, 30)),
                Arguments.of("no pixels", Format.PNG, slice(PNG, 0, 33)),
                Arguments.of("no pixels", Format.GIF, slice(GIF, 0, 800)),
                Arguments.of("no image", Format.GIF, ascii("GIF89a\2\0\2\0\0\0\0;")),
                Arguments.of("no pixels", Format.WEBP, join(ascii("RIFF\4\0\0\0WEBP"))),
                Arguments.of("no end", Format.PNG, slice(PNG, 0, PNG.length - 12)),
                Arguments.of("a script for a GIF", Format.GIF, ascii("GIF89a/*\1\1\1\0*/=1;alert(1)")),
                Arguments.of("the header twice", Format.PNG, before(PNG, slice(PNG, 8, 33))),
                Arguments.of("no header", Format.PNG, join(slice(PNG, 0, 8), slice(PNG, 33, PNG.length))),
                Arguments.of("an unknown critical chunk", Format.PNG, before(PNG, png("GPSx", new byte[1]))),
                Arguments.of(
                        "a chunk of 4 GB",
                        Format.PNG,
                        before(PNG, patched(png("tEXt", new byte[9]), 0, 255, 255, 255, 255))),
                Arguments.of(
                        "a profile of 5 MB",
                        Format.PNG,
                        before(PNG, png("iCCP", join(ascii("x\0\0"), new byte[5 << 20])))),
                Arguments.of(
                        "a profile whose name does not end",
                        Format.PNG,
                        before(PNG, png("iCCP", ascii("x".repeat(99))))),
                Arguments.of(
                        "more blocks than any image",
                        Format.JPEG,
                        join(slice(JPEG, 0, 2), fill(70_000), slice(JPEG, 2, JPEG.length))),
                Arguments.of(
                        "two frames",
                        Format.JPEG,
                        segment(JPEG, 0xC0, slice(JPEG, frameHeader() + 4, frameHeader() + 19))),
                Arguments.of(
                        "a RIFF that is longer than the file",
                        Format.WEBP,
                        patched(webp(60, 40), 4, 255, 255, 255, 255)),
                Arguments.of("a chunk that is longer than the RIFF", Format.WEBP, patched(webp(60, 40), 34, 200)),
                Arguments.of("no lossy data", Format.WEBP, patched(lossyWebp(10, 10), 23, 0)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("malformed")
    void rejectsWhatIsMalformed(String name, Format format, byte[] image) {
        assertRejected(ImageRejection.MALFORMED, format, image);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/jpg", "image/svg+xml", "text/html", "", "image/png; charset=utf-8"})
    void knowsFourTypesAndNoMore(String contentType) {
        assertThat(Format.of(contentType)).isNull();
    }

    private static void assertRejected(ImageRejection rejection, Format format, byte[] image) {
        var rejected = catchThrowableOfType(ImageRejectedException.class, () -> inspect(format, image));
        assertThat(rejected).isNotNull().returns(rejection, ImageRejectedException::rejection);
    }

    private static Inspection.Outcome inspect(Format format, byte[] image) {
        return new Inspection(format, image, MAX_SIDE).run();
    }

    private static byte[] rewritten(Format format, byte[] image) {
        return Blocks.content(inspect(format, image));
    }

    private static int frameHeader() {
        for (var at = 0; at < JPEG.length - 1; at++) {
            if ((JPEG[at] & 0xFF) == 0xFF && (JPEG[at + 1] & 0xFF) == 0xC0) {
                return at;
            }
        }
        throw new IllegalStateException("no frame");
    }

    private static byte[] patched(byte[] image, int at, int... bytes) {
        var copy = image.clone();
        for (var i = 0; i < bytes.length; i++) {
            copy[at + i] = (byte) bytes[i];
        }
        return copy;
    }

    private static byte[] fill(int count) {
        var fill = new byte[count];
        java.util.Arrays.fill(fill, (byte) 0xFF);
        return fill;
    }

    private static byte[] beforeTrailer(byte[] block) {
        return join(slice(GIF, 0, GIF.length - 1), block, slice(GIF, GIF.length - 1, GIF.length));
    }

    /** As it is really done: the text as it stands, then bytes that lead every reader of sub-blocks to the end. */
    private static byte[] gifXmp() {
        var trailer = new byte[258];
        trailer[0] = 1;
        for (var i = 0; i < 256; i++) {
            trailer[i + 1] = (byte) (255 - i);
        }
        return join(new byte[] {0x21, (byte) 0xFF, 11}, ascii("XMP DataXMP"), xmp(), trailer);
    }
}
