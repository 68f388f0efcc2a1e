package dev.natter.chat.image.format;

/**
 * Looks through one file from front to back. Whoever has the file shows it, a window at a time: from {@link #from()}, until
 * {@link #isDone()}. Blocks of pixels are stepped over where the format says how long they are. Not for several threads at
 * once.
 */
public final class Inspection {

    /** More windows are never needed for a file of the greatest size that is taken. */
    private static final int MOST_WINDOWS = 256;

    private final long length;
    private final Sight sight;
    private final Walk walk;
    private long at;
    private int windows;

    /**
     * The inspection of a file.
     *
     * @param declared what it should be
     * @param length in bytes, of the whole file
     * @param maxSide pixels a side
     */
    public Inspection(Format declared, long length, int maxSide) {
        this.length = length;
        this.sight = new Sight(maxSide);
        this.walk = declared.walk(sight);
    }

    /** From where on the file is to be shown. */
    public long from() {
        return at;
    }

    /** Whether nothing more needs to be shown. */
    public boolean isDone() {
        return at >= length;
    }

    /**
     * Shows a part of the file.
     *
     * @param bytes as many as there are from {@link #from()} on, or at least enough for the largest block of metadata
     * @throws dev.natter.web.Refusal 422 as soon as the file is known to be unfit ({@link Unfit})
     */
    public void show(byte[] bytes) {
        if (++windows > MOST_WINDOWS) {
            throw Unfit.MALFORMED.refusal();
        }
        var window = new Window(at, bytes, length);
        try {
            if (at == 0 && (length < Walk.MAGIC || !walk.recognises(window))) {
                throw Unfit.TYPE.refusal();
            }
            while (at < window.end()) {
                at = walk.block(window, at);
            }
        } catch (Window.Outside outside) {
            if (at == window.start()) {
                // A block of metadata that is larger than all we look at.
                throw Unfit.MALFORMED.refusal();
            }
        } catch (Window.Ended ended) {
            at = length;
        }
    }

    /** How large the picture is, once all has been shown. */
    public Dimensions dimensions() {
        if (!sight.hasExtent()) {
            throw Unfit.MALFORMED.refusal();
        }
        return sight.dimensions();
    }
}
