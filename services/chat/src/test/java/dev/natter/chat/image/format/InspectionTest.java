package dev.natter.chat.image.format;

import static dev.natter.chat.image.format.Pictures.ascii;
import static dev.natter.chat.image.format.Pictures.before;
import static dev.natter.chat.image.format.Pictures.behind;
import static dev.natter.chat.image.format.Pictures.deflated;
import static dev.natter.chat.image.format.Pictures.encoded;
import static dev.natter.chat.image.format.Pictures.exif;
import static dev.natter.chat.image.format.Pictures.join;
import static dev.natter.chat.image.format.Pictures.lossyWebp;
import static dev.natter.chat.image.format.Pictures.orientation;
import static dev.natter.chat.image.format.Pictures.png;
import static dev.natter.chat.image.format.Pictures.pngHeader;
import static dev.natter.chat.image.format.Pictures.position;
import static dev.natter.chat.image.format.Pictures.riff;
import static dev.natter.chat.image.format.Pictures.segment;
import static dev.natter.chat.image.format.Pictures.slice;
import static dev.natter.chat.image.format.Pictures.webp;
import static dev.natter.chat.image.format.Pictures.xmp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.natter.web.Refusal;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest {

    private static final int WHOLE = 512 * 1024;
    private static final int MAX_SIDE = 12_000;
    private static final byte[] JPEG = encoded("jpeg", 60, 40);
    private static final byte[] PNG = encoded("png", 60, 40);
    private static final byte[] GIF = encoded("gif", 60, 40);

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of("jpeg", Format.JPEG, JPEG),
                Arguments.of("png", Format.PNG, PNG),
                Arguments.of("gif", Format.GIF, GIF),
                Arguments.of("lossless webp", Format.WEBP, webp(60, 40)),
                Arguments.of("lossy webp", Format.WEBP, lossyWebp(60, 40)),
                Arguments.of("padded", Format.PNG, join(PNG, new byte[1000])),
                Arguments.of("a second picture, as telephones add", Format.JPEG, join(JPEG, new byte[3], JPEG)),
                Arguments.of("a comment", Format.JPEG, segment(JPEG, 0xFE, ascii("GPSLatitude"))),
                Arguments.of("exif", Format.JPEG, exif(JPEG, orientation(1))),
                Arguments.of(
                        "a version of positions alone", Format.JPEG, exif(JPEG, position(0, ByteOrder.BIG_ENDIAN))),
                Arguments.of("unreadable exif", Format.JPEG, exif(JPEG, ascii("MM\0*\377\377\377\377"))),
                Arguments.of("exif", Format.PNG, before(PNG, png("eXIf", orientation(6)))),
                Arguments.of("text", Format.PNG, before(PNG, png("tEXt", ascii("Title\0Soup")))),
                Arguments.of("zipped text", Format.PNG, before(PNG, png("zTXt", zipped("Title", "Soup")))),
                Arguments.of("exif", Format.WEBP, webp(60, 40, riff("EXIF", orientation(1)))));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("good")
    void knowsTheSizeOfAGoodImage(String name, Format format, byte[] image) {
        assertThat(inspect(format, image, WHOLE)).isEqualTo(new Dimensions(60, 40));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("good")
    void seesTheSameHoweverLittleItIsShownAtOnce(String name, Format format, byte[] image) {
        for (var window : new int[] {401, 512, 1021}) {
            assertThat(inspect(format, image, window)).isEqualTo(new Dimensions(60, 40));
        }
    }

    static Stream<Arguments> located() {
        return Stream.of(
                Arguments.of("exif", Format.JPEG, exif(JPEG, position())),
                Arguments.of(
                        "exif, the other way round", Format.JPEG, exif(JPEG, position(2, ByteOrder.LITTLE_ENDIAN))),
                Arguments.of("exif that cannot be read", Format.JPEG, exif(JPEG, slice(position(), 0, 30))),
                Arguments.of("the second exif", Format.JPEG, exif(exif(JPEG, position()), orientation(1))),
                Arguments.of("exif of a second picture", Format.JPEG, join(JPEG, exif(JPEG, position()))),
                Arguments.of(
                        "xmp", Format.JPEG, segment(JPEG, 0xE1, join(ascii("http://ns.adobe.com/xap/1.0/\0"), xmp()))),
                Arguments.of("exif", Format.PNG, before(PNG, png("eXIf", position()))),
                Arguments.of("exif behind", Format.PNG, behind(PNG, png("eXIf", position()))),
                Arguments.of("xmp", Format.PNG, before(PNG, png("iTXt", international(0, xmp())))),
                Arguments.of("zipped xmp", Format.PNG, behind(PNG, png("iTXt", international(1, deflated(xmp()))))),
                Arguments.of(
                        "raw profile",
                        Format.PNG,
                        before(PNG, png("zTXt", rawProfile(join(ascii("Exif\0\0"), position()))))),
                Arguments.of("raw xmp", Format.PNG, before(PNG, png("zTXt", rawProfile(xmp())))),
                Arguments.of("exif", Format.WEBP, webp(60, 40, riff("EXIF", position()))),
                Arguments.of(
                        "prefixed exif", Format.WEBP, webp(60, 40, riff("EXIF", join(ascii("Exif\0\0"), position())))),
                Arguments.of("xmp", Format.WEBP, webp(60, 40, riff("XMP ", xmp()))),
                Arguments.of("xmp", Format.GIF, gifXmp()));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("located")
    void refusesWhatTellsWhereItWasTaken(String name, Format format, byte[] image) {
        assertUnfit(Unfit.LOCATION, format, image);
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
                Arguments.of(Format.WEBP, webp(10, 10, riff("ANMF", frame()))),
                Arguments.of(Format.JPEG, patched(JPEG, frameHeader() + 5, 0xFF, 0xFF)),
                Arguments.of(Format.JPEG, patched(JPEG, frameHeader() + 7, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource("tooLarge")
    void refusesABombByItsHeaderAlone(Format format, byte[] image) {
        assertUnfit(Unfit.DIMENSIONS, format, image);
    }

    @Test
    void takesTheGreatestSide() {
        assertThat(inspect(Format.PNG, pngHeader(12_000, 12_000), WHOLE)).isEqualTo(new Dimensions(12_000, 12_000));
    }

    @Test
    void tellsTheSizeOfATurnedPictureAsItIsShown() {
        assertThat(inspect(Format.JPEG, exif(JPEG, orientation(6)), WHOLE)).isEqualTo(new Dimensions(40, 60));
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
                Arguments.of(Format.JPEG, ascii("x")));
    }

    @ParameterizedTest
    @MethodSource("otherThings")
    void refusesWhatIsSomethingElse(Format declared, byte[] file) {
        assertUnfit(Unfit.TYPE, declared, file);
    }

    static Stream<Arguments> malformed() {
        var script = ascii("<script>alert(1)</script>");
        return Stream.of(
                Arguments.of("a script behind", Format.JPEG, join(JPEG, script)),
                Arguments.of("a script behind", Format.PNG, join(PNG, script)),
                Arguments.of("a script behind", Format.GIF, join(GIF, script)),
                Arguments.of("a script behind", Format.WEBP, join(webp(10, 10), script)),
                Arguments.of("a script behind padding", Format.PNG, join(PNG, new byte[5], script)),
                Arguments.of("no size", Format.JPEG, slice(JPEG, 0, 30)),
                Arguments.of("no size", Format.PNG, slice(PNG, 0, 20)),
                Arguments.of("a script for a GIF", Format.GIF, ascii("GIF89a/*\1\1\1\0*/=1;alert(1)")),
                Arguments.of("the header twice", Format.PNG, before(PNG, slice(PNG, 8, 33))),
                Arguments.of("no header", Format.PNG, join(slice(PNG, 0, 8), slice(PNG, 33, PNG.length))),
                Arguments.of(
                        "a text that unpacks to 20 MB",
                        Format.PNG,
                        before(PNG, png("zTXt", zipped("x", " ".repeat(20_000_000))))),
                Arguments.of("a text that is not zipped", Format.PNG, before(PNG, png("zTXt", ascii("x\0\0nothing")))),
                Arguments.of("more metadata than is looked at", Format.PNG, before(PNG, png("eXIf", new byte[WHOLE]))),
                Arguments.of("no lossy data", Format.WEBP, patched(lossyWebp(10, 10), 23, 0)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("malformed")
    void refusesWhatIsNoImageThroughout(String name, Format format, byte[] image) {
        assertUnfit(Unfit.MALFORMED, format, image);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void neverFailsOtherwiseWhateverTheBytes(Format format) {
        var random = new java.util.Random(format.ordinal());
        var images = good().map(Arguments::get)
                .filter(each -> each[1] == format)
                .map(each -> (byte[]) each[2])
                .toList();
        for (var round = 0; round < 3_000; round++) {
            var image = images.get(round % images.size()).clone();
            for (var change = random.nextInt(1, 6); change > 0; change--) {
                image[random.nextInt(image.length)] = (byte) random.nextInt();
            }
            try {
                var size = inspect(format, slice(image, 0, random.nextInt(image.length) + 1), WHOLE);
                assertThat(size.width()).isBetween(1, MAX_SIDE);
            } catch (Refusal refusal) {
                assertThat(refusal.status()).isEqualTo(422);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/jpg", "image/svg+xml", "text/html", "", "image/png; charset=utf-8"})
    void knowsFourTypesAndNoMore(String contentType) {
        assertThat(Format.of(contentType)).isNull();
    }

    @Test
    void searchesAnyTextQuickly() {
        assertThat(Xmp.isLocated("gps".repeat(300_000))).isFalse();
    }

    private static void assertUnfit(Unfit why, Format format, byte[] image) {
        var refusal = catchThrowableOfType(Refusal.class, () -> inspect(format, image, WHOLE));
        assertThat(refusal)
                .isNotNull()
                .returns(422, Refusal::status)
                .returns(why.refusal().code(), Refusal::code);
    }

    private static Dimensions inspect(Format format, byte[] image, int window) {
        var inspection = new Inspection(format, image.length, MAX_SIDE);
        while (!inspection.isDone()) {
            var from = (int) inspection.from();
            inspection.show(slice(image, from, Math.min(image.length, from + window)));
        }
        return inspection.dimensions();
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

    /** Of an animation: far wider than its canvas. */
    private static byte[] frame() {
        return patched(new byte[16], 6, 0xFF, 0xFF, 0xFF);
    }

    private static byte[] zipped(String keyword, String text) {
        return join(ascii(keyword + "\0\0"), deflated(ascii(text)));
    }

    private static byte[] international(int compressed, byte[] text) {
        return join(ascii("XML:com.adobe.xmp\0"), new byte[] {(byte) compressed, 0}, ascii("en\0\0"), text);
    }

    private static byte[] rawProfile(byte[] profile) {
        var hex = HexFormat.of().formatHex(profile).replaceAll("(.{72})", "$1\n");
        return zipped("Raw profile type APP1", "\nexif\n    %d\n%s\n".formatted(profile.length, hex));
    }

    /** As it is really done: the text as it stands, then bytes that lead every reader of sub-blocks to the end. */
    private static byte[] gifXmp() {
        var trailer = new byte[258];
        trailer[0] = 1;
        for (var i = 0; i < 256; i++) {
            trailer[i + 1] = (byte) (255 - i);
        }
        var extension = join(new byte[] {0x21, (byte) 0xFF, 11}, ascii("XMP DataXMP"), xmp(), trailer);
        return join(slice(GIF, 0, GIF.length - 1), extension, slice(GIF, GIF.length - 1, GIF.length));
    }
}
