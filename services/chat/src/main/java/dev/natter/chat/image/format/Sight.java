package dev.natter.chat.image.format;

/** What has been seen of a file so far. */
final class Sight {

    private final int maxSide;
    private int width;
    private int height;
    private boolean sideways;

    Sight(int maxSide) {
        this.maxSide = maxSide;
    }

    /** The size of the whole picture, or of a part of it; the first one counts, and each must be within the limit. */
    void extent(long width, long height) {
        if (width < 1 || height < 1 || width > maxSide || height > maxSide) {
            throw Unfit.DIMENSIONS.refusal();
        }
        if (this.width == 0) {
            this.width = (int) width;
            this.height = (int) height;
        }
    }

    /** A block of EXIF, from its byte order mark on. */
    Exif exif(byte[] tiff) {
        var exif = Exif.read(tiff);
        if (exif.located()) {
            throw Unfit.LOCATION.refusal();
        }
        return exif;
    }

    /** A text that may be XMP. */
    void text(String text) {
        if (Xmp.isLocated(text)) {
            throw Unfit.LOCATION.refusal();
        }
    }

    /** The picture is to be shown turned by a quarter. */
    void turned() {
        sideways = true;
    }

    boolean hasExtent() {
        return width > 0;
    }

    Dimensions dimensions() {
        return sideways ? new Dimensions(height, width) : new Dimensions(width, height);
    }
}
