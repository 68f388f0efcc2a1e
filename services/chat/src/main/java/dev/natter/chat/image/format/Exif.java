package dev.natter.chat.image.format;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * EXIF: tags of a picture in a TIFF structure. What cannot be read counts as absent, but for a position that is announced.
 *
 * @param sideways whether the picture is to be shown turned by a quarter
 * @param located whether it says, or may say, where it was taken
 */
record Exif(boolean sideways, boolean located) {

    private static final int ORIENTATION = 0x0112;
    private static final int GPS = 0x8825;
    private static final int GPS_VERSION = 0;
    private static final int TURNED_FROM = 5;
    private static final int TURNED_TO = 8;
    private static final int ENTRY = 12;
    /** Directories follow each other, also in circles. */
    private static final int MOST_DIRECTORIES = 8;

    static Exif read(byte[] tiff) {
        if (tiff.length < 8) {
            return new Exif(false, false);
        }
        var bytes = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var sideways = false;
        var located = false;
        var announced = false;
        try {
            var directory = bytes.getInt(4);
            for (var count = 0; directory != 0 && count < MOST_DIRECTORIES; count++) {
                var entries = entries(bytes, directory);
                for (var i = 0; i < entries; i++) {
                    var entry = directory + 2 + i * ENTRY;
                    var tag = bytes.getShort(entry) & 0xFFFF;
                    if (tag == GPS) {
                        // One is enough to look at: a file with several is not from any camera.
                        located = announced || isPosition(bytes, bytes.getInt(entry + 8));
                        announced = true;
                    }
                    sideways |= count == 0 && tag == ORIENTATION && isTurned(bytes.getShort(entry + 8));
                }
                directory = bytes.getInt(directory + 2 + entries * ENTRY);
            }
        } catch (IndexOutOfBoundsException | BufferUnderflowException cutOff) {
            return new Exif(sideways, located);
        }
        return new Exif(sideways, located);
    }

    private static boolean isTurned(int orientation) {
        return orientation >= TURNED_FROM && orientation <= TURNED_TO;
    }

    /** An empty directory, or one with no more than its version, says nothing; one that cannot be read may say anything. */
    private static boolean isPosition(ByteBuffer bytes, int directory) {
        try {
            var entries = entries(bytes, directory);
            for (var i = 0; i < entries; i++) {
                if ((bytes.getShort(directory + 2 + i * ENTRY) & 0xFFFF) != GPS_VERSION) {
                    return true;
                }
            }
            return false;
        } catch (IndexOutOfBoundsException | BufferUnderflowException unreadable) {
            return true;
        }
    }

    private static int entries(ByteBuffer bytes, int directory) {
        return bytes.getShort(directory) & 0xFFFF;
    }
}
