package dev.natter.chat.attachment.inspection;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Rewrites one upload by an allow-list: pixels, transparency, animation, colour profile and orientation are kept as they
 * are, everything else is left out. Nothing is decompressed, and what is left out is not looked at. Blocking work in
 * proportion to the length, some 15 ms a MiB at the most; not for several threads at once.
 */
public final class Inspection {

    private final Source source;
    private final FormatParser parser;

    /**
     * The inspection of an upload.
     *
     * @param declared what it should be
     * @param upload its bytes; views of them are handed out
     * @param maxSide pixels on a side
     */
    public Inspection(Format declared, byte[] upload, int maxSide) {
        this.source = new Source(upload);
        this.parser = declared.parser(source, maxSide);
    }

    /**
     * What is kept of an upload.
     *
     * @param content in order
     * @param bytes in all of the content
     * @param dimensions as the image is shown
     */
    public record Outcome(List<ByteBuffer> content, int bytes, Dimensions dimensions) {}

    /**
     * Runs the inspection, once.
     *
     * @throws ImageRejectedException when the upload is rejected
     */
    public Outcome run() {
        if (!parser.recognises()) {
            throw ImageRejection.TYPE.exception();
        }
        parser.parse();
        FormatParser.requireWellFormed(parser.width() > 0);
        return new Outcome(parser.output.pieces(), parser.output.size(), parser.dimensions());
    }

    /** How many bytes were looked at so far. */
    long reads() {
        return source.reads();
    }

    /** How many blocks were begun so far. */
    int blocks() {
        return source.blocks();
    }
}
