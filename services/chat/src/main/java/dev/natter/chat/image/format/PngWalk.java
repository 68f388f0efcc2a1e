package dev.natter.chat.image.format;

/** PNG (W3C, third edition): chunks, the first of which has the size. Metadata may stand before or behind the pixels. */
final class PngWalk implements Walk {

    private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
    private static final int CHUNK_FRAME = 12;

    private final Sight sight;
    private boolean ended;

    PngWalk(Sight sight) {
        this.sight = sight;
    }

    @Override
    public boolean recognises(Window start) {
        return start.text(0, SIGNATURE.length()).equals(SIGNATURE);
    }

    @Override
    public long block(Window window, long at) {
        if (at == 0) {
            return SIGNATURE.length();
        }
        if (ended) {
            return Tail.onlyPadding(window, at);
        }
        var size = window.u32be(at);
        var type = window.text(at + 4, 4);
        var content = at + 8;
        if (type.equals("IHDR") != (at == SIGNATURE.length())) {
            throw Unfit.MALFORMED.refusal();
        }
        switch (type) {
            case "IHDR" -> sight.extent(window.u32be(content), window.u32be(content + 4));
            case "eXIf" -> sight.exif(window.copy(content, size));
            case "tEXt", "zTXt", "iTXt" -> new PngText(sight).look(type, window.copy(content, size));
            case "IEND" -> ended = true;
            default -> {}
        }
        return at + CHUNK_FRAME + size;
    }
}
