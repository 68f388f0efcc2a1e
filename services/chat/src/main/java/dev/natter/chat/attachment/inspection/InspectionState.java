package dev.natter.chat.attachment.inspection;

/** What is known of an image so far. */
final class InspectionState {

    private final int maxSide;
    private int width;
    private int height;
    private int orientation = Orientation.UPRIGHT;

    InspectionState(int maxSide) {
        this.maxSide = maxSide;
    }

    /** The size of the whole image, or of a frame; the first one counts, and each must be within the limit. */
    void extent(long width, long height) {
        if (width < 1 || height < 1 || width > maxSide || height > maxSide) {
            throw ImageRejection.DIMENSIONS.exception();
        }
        if (this.width == 0) {
            this.width = (int) width;
            this.height = (int) height;
        }
    }

    /** The orientation that a TIFF structure names; the first one counts. Returns whether this is the one. */
    boolean orient(Source source, long at, long count) {
        if (orientation != Orientation.UPRIGHT) {
            return false;
        }
        orientation = Orientation.read(source, at, count);
        return orientation != Orientation.UPRIGHT;
    }

    int orientation() {
        return orientation;
    }

    boolean isTurned() {
        return orientation != Orientation.UPRIGHT;
    }

    boolean hasExtent() {
        return width > 0;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The size as the image is shown. */
    Dimensions dimensions() {
        return Orientation.swapsSides(orientation) ? new Dimensions(height, width) : new Dimensions(width, height);
    }
}
