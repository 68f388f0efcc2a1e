package dev.natter.chat.image.format;

/** What follows the end of a picture: padding, or something that was smuggled along. */
final class Tail {

    private Tail() {}

    /** Steps over zeros as far as the window goes; where something else begins is the answer then. */
    static long padding(Window window, long at) {
        var next = at;
        while (next < window.end() && window.u8(next) == 0) {
            next++;
        }
        return next;
    }

    /** The same, but nothing else may follow. */
    static long onlyPadding(Window window, long at) {
        if (window.u8(at) != 0) {
            throw Unfit.MALFORMED.refusal();
        }
        return padding(window, at);
    }
}
