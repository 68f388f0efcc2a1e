package dev.natter.storage.inspection;

import static dev.natter.storage.inspection.Blocks.content;
import static dev.natter.testing.images.TestImages.pngOf;
import static dev.natter.testing.images.TestImages.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.icc.IccDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Images of independent encoders, full of metadata, as decoders and metadata readers that are not ours see them. */
class CorpusTest {

    private static final int MAX_SIDE = 12_000;
    /** What {@code generate.py} writes into every kind of metadata. */
    private static final String SECRET = "natter-secret";

    /** What a metadata reader may still find: the format itself, colour, animation and, of EXIF, the orientation. */
    private static final Set<String> ALLOWED = Set.of(
            "JPEG",
            "JFIF",
            "Adobe JPEG",
            "Huffman",
            "PNG-IHDR",
            "PNG-PLTE",
            "PNG-tRNS",
            "PNG-gAMA",
            "PNG-iCCP",
            "PNG-acTL",
            "WebP",
            "GIF Header",
            "GIF Animation",
            "GIF Control",
            "GIF Image",
            "ICC Profile",
            "File Type",
            "Exif IFD0");

    static Stream<Arguments> corpus() throws IOException {
        var files = Stream.of(
                "baseline.jpg",
                "progressive.jpg",
                "restart.jpg",
                "grey.jpg",
                "cmyk.jpg",
                "rgb.jpg",
                "turned.jpg",
                "text.png",
                "animated.png",
                "lossy.webp",
                "alpha.webp",
                "lossless.webp",
                "animated.webp",
                "animated-lossy.webp",
                "turned.webp",
                "still.gif",
                "animated.gif");
        var kinds = new int[][] {
            {0, 1}, {0, 2}, {0, 4}, {0, 8}, {0, 16}, {2, 8}, {2, 16}, {3, 1}, {3, 2}, {3, 4}, {3, 8}, {4, 8}, {4, 16},
            {6, 8}, {6, 16}
        };
        var pngs = Stream.of(kinds)
                .map(kind -> Arguments.of("type-%d-depth-%d.png".formatted(kind[0], kind[1]), pngOf(kind[0], kind[1])));
        return Stream.of(
                        files.map(name -> Arguments.of(name, resource(name))),
                        pngs,
                        Stream.of(Arguments.of("interlaced.png", interlaced())))
                .flatMap(each -> each);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void everyFrameHasTheSamePixels(String name, byte[] upload) throws IOException {
        assertThat(frames(rewritten(name, upload))).isNotEmpty().containsExactlyElementsOf(frames(upload));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void noMetadataIsLeft(String name, byte[] upload) throws Exception {
        var stored = rewritten(name, upload);

        assertThat(directories(stored)).extracting(Directory::getName).isSubsetOf(ALLOWED);
        assertThat(directories(stored))
                .filteredOn(directory -> directory.getName().startsWith("Exif"))
                .flatExtracting(Directory::getTags)
                .extracting(Tag::getTagType)
                .isSubsetOf(ExifDirectoryBase.TAG_ORIENTATION);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void profileAndOrientationAreKept(String name, byte[] upload) throws Exception {
        var stored = rewritten(name, upload);

        assertThat(profile(stored)).isEqualTo(profile(upload));
        assertThat(orientations(stored)).isEqualTo(orientations(upload));
    }

    /** Those of pixels, colour and animation; a reader of metadata would not miss a graphic control. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void everyBlockOfTheImageIsKept(String name, byte[] upload) {
        assertThat(imageBlocks(name, rewritten(name, upload))).isEqualTo(imageBlocks(name, upload));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void whatIsStoredIsInspectedToItself(String name, byte[] upload) {
        var stored = rewritten(name, upload);

        assertThat(rewritten(name, stored)).isEqualTo(stored);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void noByteIsReadTwice(String name, byte[] upload) {
        var inspection = new Inspection(format(name), upload, MAX_SIDE);

        inspection.run();

        assertThat(inspection.reads()).isLessThan(upload.length + 200L);
    }

    /** The whole corpus by exiftool, where it is installed. */
    @Test
    void exiftoolFindsNoMetadata(@TempDir Path folder) throws Exception {
        assumeTrue(runs("exiftool", "-ver"), "exiftool is not installed");
        for (var each : corpus().map(Arguments::get).toList()) {
            var name = (String) each[0];
            Files.write(folder.resolve(name), rewritten(name, (byte[]) each[1]));
        }

        var found = run("exiftool", "-s", "-G1", "-a", "-u", folder.toString());

        assertThat(found.lines()
                        .filter(line -> line.startsWith("["))
                        .map(line -> line.replaceFirst("\\s*:.*", "").replaceAll("\\s+", " "))
                        .filter(tag ->
                                !tag.matches("\\[(ExifTool|System|File|JFIF|Adobe|ICC.*|Composite|GIF|RIFF)] .*"))
                        .collect(Collectors.toSet()))
                .isSubsetOf(
                        "[IFD0] Orientation",
                        "[PNG] ImageWidth",
                        "[PNG] ImageHeight",
                        "[PNG] BitDepth",
                        "[PNG] ColorType",
                        "[PNG] Compression",
                        "[PNG] Filter",
                        "[PNG] Interlace",
                        "[PNG] Gamma",
                        "[PNG] Palette",
                        "[PNG] Transparency",
                        "[PNG] ProfileName",
                        "[PNG] AnimationFrames",
                        "[PNG] AnimationPlays");
        assertThat(found).doesNotContain(SECRET, "GPS");
    }

    /** Animations and all by Pillow, where the Python in {@code NATTER_PYTHON} has it. */
    @Test
    void pillowSeesTheSameFramesTimesAndProfiles(@TempDir Path folder) throws Exception {
        var python = System.getenv().getOrDefault("NATTER_PYTHON", "python3");
        assumeTrue(runs(python, "-c", "import PIL"), "Pillow is not installed");
        for (var each : corpus().map(Arguments::get).toList()) {
            var name = (String) each[0];
            Files.write(folder.resolve("upload-" + name), (byte[]) each[1]);
            Files.write(folder.resolve("stored-" + name), rewritten(name, (byte[]) each[1]));
        }
        Files.write(folder.resolve("frames.py"), resource("frames.py"));

        assertThat(run(python, folder.resolve("frames.py").toString(), folder.toString()))
                .contains(corpus().count() + " alike")
                .doesNotContain("differs");
    }

    private static byte[] rewritten(String name, byte[] upload) {
        return content(new Inspection(format(name), upload, MAX_SIDE).run());
    }

    private static List<String> imageBlocks(String name, byte[] image) {
        return Blocks.names(format(name), image).stream()
                .filter(Blocks.CLEAN.get(format(name))::contains)
                .filter(block -> !block.equalsIgnoreCase("exif"))
                .toList();
    }

    private static Format format(String name) {
        return switch (name.substring(name.indexOf('.'))) {
            case ".jpg" -> Format.JPEG;
            case ".png" -> Format.PNG;
            case ".webp" -> Format.WEBP;
            default -> Format.GIF;
        };
    }

    /** As the decoders of Java and of TwelveMonkeys see them, transparency included. */
    private static List<List<Integer>> frames(byte[] image) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(image))) {
            var reader = ImageIO.getImageReaders(in).next();
            reader.setInput(in);
            var frames = new ArrayList<List<Integer>>();
            for (var frame = 0; frame < reader.getNumImages(true); frame++) {
                frames.add(pixels(reader.read(frame)));
            }
            reader.dispose();
            return frames;
        }
    }

    private static List<Integer> pixels(BufferedImage image) {
        var raster = image.getRaster();
        var samples = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
        var pixels = new ArrayList<Integer>(samples.length + 2);
        pixels.add(raster.getWidth());
        pixels.add(image.getColorModel().getRGB(raster.getDataElements(1, 1, null)));
        for (var sample : samples) {
            pixels.add(sample);
        }
        return pixels;
    }

    private static List<Directory> directories(byte[] image) throws Exception {
        var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(image));
        return StreamSupport.stream(metadata.getDirectories().spliterator(), false)
                .toList();
    }

    private static List<String> profile(byte[] image) throws Exception {
        return directories(image).stream()
                .filter(IccDirectory.class::isInstance)
                .flatMap(directory -> directory.getTags().stream())
                .map(Tag::toString)
                .toList();
    }

    /** Of all directories but those of an embedded thumbnail. */
    private static List<Integer> orientations(byte[] image) throws Exception {
        return directories(image).stream()
                .filter(directory -> directory.getName().equals("Exif IFD0"))
                .map(directory -> directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION))
                .filter(orientation -> orientation != null && orientation != 1)
                .toList();
    }

    private static byte[] interlaced() throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(resource("text.png")));
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var parameters = writer.getDefaultWriteParam();
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (var bytes = new ByteArrayOutputStream();
                var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
            out.flush();
            return bytes.toByteArray();
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static String run(String... command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
