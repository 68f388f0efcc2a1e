package dev.natter.testing.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Images, good and bad. */
public final class TestImages {

    private static final int PNG_HEADER_END = 33;
    private static final int PNG_WIDTH = 13;
    private static final int PNG_HEIGHT = 11;
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private TestImages() {}

    /** A picture of this size, made by a proper encoder: jpeg, png or gif. */
    public static byte[] encoded(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        for (var x = 0; x < width; x++) {
            for (var y = 0; y < height; y++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A lossless WebP as far as its chunks go; further chunks follow the pixels. */
    public static byte[] webp(int width, int height, byte[]... chunks) {
        var extended = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        extended.putInt(0).put(u24(width - 1)).put(u24(height - 1));
        var pixels = ByteBuffer.allocate(25).order(ByteOrder.LITTLE_ENDIAN);
        pixels.put((byte) 0x2F).putInt((width - 1 & 0x3FFF) | (height - 1 & 0x3FFF) << 14);
        var body = join(ascii("WEBP"), riff("VP8X", extended.array()), riff("VP8L", pixels.array()), join(chunks));
        return join(ascii("RIFF"), le32(body.length), body);
    }

    /** A simple lossy WebP. */
    public static byte[] lossyWebp(int width, int height) {
        var pixels = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        pixels.put(new byte[] {0, 0, 0, (byte) 0x9D, 0x01, 0x2A})
                .putShort((short) width)
                .putShort((short) height);
        var body = join(ascii("WEBP"), riff("VP8 ", pixels.array()));
        return join(ascii("RIFF"), le32(body.length), body);
    }

    /** A chunk of a RIFF file. */
    public static byte[] riff(String type, byte[] content) {
        return join(ascii(type), le32(content.length), content, new byte[content.length & 1]);
    }

    /** The header of a PNG of that size, RGB, and nothing else. */
    public static byte[] pngHeader(int width, int height) {
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        return join(PNG_SIGNATURE, png("IHDR", header));
    }

    /** A chunk of a PNG. */
    public static byte[] png(String type, byte[] content) {
        var crc = new CRC32();
        crc.update(ascii(type));
        crc.update(content);
        return join(be32(content.length), ascii(type), content, be32((int) crc.getValue()));
    }

    /** The PNG with further chunks before its pixels. */
    public static byte[] before(byte[] png, byte[]... chunks) {
        return join(slice(png, 0, PNG_HEADER_END), join(chunks), slice(png, PNG_HEADER_END, png.length));
    }

    /** The PNG with further chunks behind its pixels. */
    public static byte[] behind(byte[] png, byte[]... chunks) {
        return join(slice(png, 0, png.length - 12), join(chunks), slice(png, png.length - 12, png.length));
    }

    /** The JPEG with a further segment at its beginning. */
    public static byte[] segment(byte[] jpeg, int marker, byte[] content) {
        var size = content.length + 2;
        var head = new byte[] {(byte) 0xFF, (byte) marker, (byte) (size >> 8), (byte) size};
        return join(slice(jpeg, 0, 2), head, content, slice(jpeg, 2, jpeg.length));
    }

    /** The JPEG with EXIF. */
    public static byte[] exif(byte[] jpeg, byte[] tiff) {
        return segment(jpeg, 0xE1, join(ascii("Exif\0\0"), tiff));
    }

    /** EXIF that says no more than how the picture is to be turned. */
    public static byte[] orientation(int orientation) {
        return ByteBuffer.allocate(26)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("II*\0"))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putInt(orientation)
                .putInt(0)
                .array();
    }

    /** XMP with a position. */
    public static byte[] xmp() {
        return ascii("<x:xmpmeta><rdf:Description exif:GPSLatitude='52,31.2N'/></x:xmpmeta>");
    }

    /** A file of the test resources, made by encoders and tools that are not ours. */
    public static byte[] resource(String name) {
        try (var in = TestImages.class.getResourceAsStream("/images/" + name)) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A PNG of random pixels of this kind, with every colour and transparency chunk that such images may have. */
    public static byte[] pngOf(int colourType, int depth) {
        var random = new Random(colourType * 100L + depth);
        var channels = new int[] {1, 0, 3, 1, 2, 0, 4}[colourType];
        var rowBytes = (PNG_WIDTH * channels * depth + 7) / 8;
        var rows = new byte[PNG_HEIGHT * (rowBytes + 1)];
        for (var i = 0; i < rows.length; i++) {
            rows[i] = i % (rowBytes + 1) == 0 ? 0 : (byte) random.nextInt();
        }
        var header = ByteBuffer.allocate(13)
                .putInt(PNG_WIDTH)
                .putInt(PNG_HEIGHT)
                .put(new byte[] {(byte) depth, (byte) colourType, 0, 0, 0})
                .array();
        var palette = new byte[3 << Math.min(depth, 8)];
        random.nextBytes(palette);
        var transparency = switch (colourType) {
            case 0 -> new byte[] {0, 1};
            case 2 -> new byte[] {0, 1, 0, 2, 0, 3};
            case 3 -> new byte[] {0, 127};
            default -> new byte[0];
        };
        return join(
                PNG_SIGNATURE,
                png("IHDR", header),
                png("gAMA", be32(45_455)),
                colourType == 3 ? png("PLTE", palette) : new byte[0],
                transparency.length > 0 ? png("tRNS", transparency) : new byte[0],
                png("IDAT", deflated(rows)),
                png("IEND", new byte[0]));
    }

    public static byte[] deflated(byte[] content) {
        var deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        var out = new byte[content.length + 1000];
        var size = deflater.deflate(out);
        deflater.end();
        return slice(out, 0, size);
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] slice(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] u24(int number) {
        return new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16)};
    }

    private static byte[] le32(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    private static byte[] be32(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }
}
