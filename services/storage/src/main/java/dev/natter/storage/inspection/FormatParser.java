package dev.natter.storage.inspection;

import dev.natter.storage.inspection.ImageRejection.ImageRejectedException;
import dev.natter.storage.inspection.Inspection.Dimensions;

/** Walks through the container of one format and copies what its allow-list names. For one upload, once. */
abstract class FormatParser {

    /** The largest profiles in use, for printers' inks, have two to three megabytes. */
    private static final long MAX_PROFILE_BYTES = 4 << 20;

    final Source source;
    final Output output;
    private final int maxSide;
    private int width;
    private int height;
    private int orientation = Orientation.UPRIGHT;

    FormatParser(Source source, int maxSide) {
        this.source = source;
        this.output = new Output(source);
        this.maxSide = maxSide;
    }

    abstract boolean recognises();

    /** Copies what is kept of the upload; fails with {@link ImageRejectedException} when it is rejected. */
    abstract void parse();

    static void requireWellFormed(boolean condition) {
        if (!condition) {
            throw ImageRejection.MALFORMED.exception();
        }
    }

    /** Rejects an image whose colour profile is too large to be one. */
    static void checkProfile(long bytes) {
        requireWellFormed(bytes <= MAX_PROFILE_BYTES);
    }

    /** The size of the whole image, or of a frame; the first one counts, and each must be within the limit. */
    void extent(long frameWidth, long frameHeight) {
        if (frameWidth < 1 || frameHeight < 1 || frameWidth > maxSide || frameHeight > maxSide) {
            throw ImageRejection.DIMENSIONS.exception();
        }
        if (width == 0) {
            width = (int) frameWidth;
            height = (int) frameHeight;
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Reads the orientation that a TIFF structure names; the first one counts. Whether this is the one. */
    boolean orient(long at, long count) {
        if (isTurned()) {
            return false;
        }
        orientation = Orientation.read(source, at, count);
        return isTurned();
    }

    boolean isTurned() {
        return orientation != Orientation.UPRIGHT;
    }

    /** A TIFF structure that says the orientation and nothing else. */
    byte[] orientation() {
        return Orientation.write(orientation);
    }

    Dimensions dimensions() {
        return Orientation.swapsSides(orientation) ? new Dimensions(height, width) : new Dimensions(width, height);
    }
}
