package dev.natter.storage.inspection;

import static dev.natter.storage.inspection.Blocks.content;
import static dev.natter.testing.images.TestImages.ascii;
import static dev.natter.testing.images.TestImages.before;
import static dev.natter.testing.images.TestImages.deflated;
import static dev.natter.testing.images.TestImages.encoded;
import static dev.natter.testing.images.TestImages.join;
import static dev.natter.testing.images.TestImages.png;
import static dev.natter.testing.images.TestImages.resource;
import static dev.natter.testing.images.TestImages.slice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.storage.inspection.ImageRejection.ImageRejectedException;
import dev.natter.testing.images.TestImages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bends images by their structure: blocks left out, doubled, moved, nested, cut, with other lengths and of other formats.
 * Whatever the input, it is rejected or what is stored is clean, and the work is bounded: counted in bytes looked at and
 * blocks begun, not by a clock.
 */
class InspectionFuzzTest {

    private static final int MAX_SIDE = 12_000;
    private static final int ROUNDS = 4_000;

    private static final Map<Format, List<String>> SEEDS = Map.of(
            Format.JPEG, List.of("baseline.jpg", "progressive.jpg", "restart.jpg", "cmyk.jpg", "turned.jpg"),
            Format.PNG, List.of("text.png", "animated.png", "png-fdict.png"),
            Format.WEBP, List.of("alpha.webp", "animated.webp", "animated-lossy.webp", "turned.webp", "lossy.webp"),
            Format.GIF, List.of("still.gif", "animated.gif"));

    @ParameterizedTest
    @EnumSource(Format.class)
    void whateverTheStructureIsTheOutcomeIsCleanOrARejection(Format format) {
        var random = new Random(format.ordinal());
        var stored = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var seed = resource(SEEDS.get(format).get(round % SEEDS.get(format).size()));
            stored += inspect(format, bent(format, seed, random)) ? 1 : 0;
        }
        // Bent too much it would only test how images are rejected, bent too little how they are stored.
        assertThat(stored).isBetween(ROUNDS / 20, ROUNDS * 19 / 20);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void whereverAnImageEndsTheOutcomeIsCleanOrARejection(Format format) {
        for (var name : SEEDS.get(format)) {
            var seed = resource(name);
            for (var end = 0; end < seed.length; end++) {
                inspect(format, slice(seed, 0, end));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zTXt", "iTXt", "iCCP"})
    void noFlagOfACompressedStreamMatters(String type) {
        var image = encoded("png", 60, 40);
        var head = type.equals("iTXt") ? "x\0\1\0\0\0" : "x\0\0";
        for (var header = 0; header < 0x10000; header += 3) {
            var stream = deflated(ascii("gps".repeat(100)));
            stream[0] = (byte) (header >> 8);
            stream[1] = (byte) header;
            var upload = before(image, png(type, join(ascii(head), stream)));
            var inspection = new Inspection(Format.PNG, upload, MAX_SIDE);

            inspection.run();

            assertThat(inspection.reads()).isLessThan(250);
        }
    }

    /** Inspects, and says whether something would be stored. */
    private static boolean inspect(Format format, byte[] upload) {
        var inspection = new Inspection(format, upload, MAX_SIDE);
        try {
            var stored = content(inspection.run());
            assertThat(content(new Inspection(format, stored, MAX_SIDE).run())).isEqualTo(stored);
            assertThat(Blocks.CLEAN.get(format)).containsAll(Blocks.names(format, stored));
            assertThat(stored.length).isLessThan(upload.length + 64);
            return true;
        } catch (ImageRejectedException rejected) {
            return false;
        } finally {
            assertThat(inspection.reads()).isLessThanOrEqualTo(upload.length * 2L + 4097);
            assertThat(inspection.blocks()).isLessThanOrEqualTo(65_537);
        }
    }

    private static byte[] bent(Format format, byte[] seed, Random random) {
        var blocks = new ArrayList<>(Blocks.split(format, seed));
        for (var change = random.nextInt(1, 4); change > 0; change--) {
            var at = random.nextInt(blocks.size());
            var block = blocks.get(at);
            switch (random.nextInt(10)) {
                case 0 -> blocks.remove(at);
                case 1 -> blocks.add(at, block);
                case 2 -> Collections.swap(blocks, at, random.nextInt(blocks.size()));
                case 3 -> blocks.set(at, slice(block, 0, random.nextInt(block.length + 1)));
                case 4 -> blocks.set(at, lengthened(format, block, random));
                case 5 -> blocks.set(at, nested(format, block));
                case 6 -> blocks.addAll(Collections.nCopies(random.nextInt(2_000), block));
                case 7 -> blocks.add(at, anyBlock(random));
                case 8 -> blocks.set(at, scattered(block, random));
                default -> blocks.add(join(block, new byte[random.nextInt(40)]));
            }
            if (blocks.isEmpty()) {
                break;
            }
        }
        return join(blocks.toArray(byte[][]::new));
    }

    /** The block with a length of its own making. */
    private static byte[] lengthened(Format format, byte[] block, Random random) {
        var at = switch (format) {
            case JPEG -> 2;
            case PNG -> 0;
            case WEBP -> 4;
            case GIF -> 2;
        };
        var size = format == Format.JPEG ? 2 : format == Format.GIF ? 1 : 4;
        var copy = block.clone();
        var value = new int[] {0, 1, 2, 255, 0x7F, 0x80, random.nextInt(256)}[random.nextInt(7)];
        for (var i = at; i < Math.min(at + size, copy.length); i++) {
            copy[i] = (byte) value;
        }
        return copy;
    }

    /** The block in a frame of an animation, three deep; or within itself. */
    private static byte[] nested(Format format, byte[] block) {
        if (format != Format.WEBP) {
            return join(slice(block, 0, block.length / 2), block, slice(block, block.length / 2, block.length));
        }
        var nested = block;
        for (var depth = 0; depth < 3; depth++) {
            nested = TestImages.riff("ANMF", join(new byte[16], nested));
        }
        return nested;
    }

    /** A block of some image of some format. */
    private static byte[] anyBlock(Random random) {
        var format = Format.values()[random.nextInt(4)];
        var names = SEEDS.get(format);
        var blocks = Blocks.split(format, resource(names.get(random.nextInt(names.size()))));
        return blocks.get(random.nextInt(blocks.size()));
    }

    private static byte[] scattered(byte[] block, Random random) {
        var copy = block.clone();
        for (var change = random.nextInt(1, 6); change > 0 && copy.length > 0; change--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt();
        }
        return copy;
    }
}
