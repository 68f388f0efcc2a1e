package dev.natter.storage.inspection;

import dev.natter.storage.inspection.ImageRejection.ImageRejectedException;
import io.quarkus.logging.Log;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Rewrites one upload by an allow-list: pixels, transparency, animation, colour profile and orientation are kept as they are.
 * Nothing is decompressed, and what is left out is not looked at. Blocks, some 15 ms a MiB at the most.
 */
public final class Inspection {

    private final Source source;
    private final FormatParser parser;

    /** The inspection of an upload, views of whose bytes are handed out. */
    public Inspection(Format declared, byte[] upload, int maxSide) {
        this.source = new Source(upload);
        this.parser = declared.parser(source, maxSide);
    }

    /** What is kept of an upload: its content in order, the length of that, and its size as it is shown. */
    public record Outcome(List<ByteBuffer> content, int bytes, Dimensions dimensions) {}

    /** What is kept of an upload; fails with the 422 of its {@link ImageRejection} when it is rejected. */
    public static Outcome of(Format declared, byte[] upload, int maxSide) {
        try {
            return new Inspection(declared, upload, maxSide).run();
        } catch (ImageRejectedException rejected) {
            throw rejected.rejection().refusal();
        } catch (RuntimeException fault) {
            // A fault of ours with this upload will be one tomorrow, too.
            Log.errorf(fault, "The inspection of an image failed");
            throw ImageRejection.MALFORMED.refusal();
        }
    }

    /** Runs the inspection, once; fails with {@link ImageRejectedException} when the upload is rejected. */
    public Outcome run() {
        if (!parser.recognises()) {
            throw ImageRejection.TYPE.exception();
        }
        parser.parse();
        FormatParser.requireWellFormed(parser.width() > 0);
        return new Outcome(parser.output.pieces(), parser.output.size(), parser.dimensions());
    }

    long reads() {
        return source.reads();
    }

    int blocks() {
        return source.blocks();
    }

    /** A size in pixels, as the picture is shown. */
    public record Dimensions(int width, int height) {}
}
