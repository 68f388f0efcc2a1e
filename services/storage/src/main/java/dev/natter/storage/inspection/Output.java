package dev.natter.storage.inspection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is kept of an upload: views of its bytes, which are not copied, and bytes written in their place. */
final class Output {

    private final Source source;
    private final List<ByteBuffer> pieces = new ArrayList<>();
    private long from;
    private long to;
    private int size;

    Output(Source source) {
        this.source = source;
    }

    void copy(long at, long count) {
        source.require(at, count);
        size += (int) count;
        if (at != to) {
            flush();
            from = at;
        }
        to = at + count;
    }

    void write(ByteBuffer bytes) {
        flush();
        size += bytes.remaining();
        pieces.add(bytes);
    }

    void write(byte[] bytes) {
        write(ByteBuffer.wrap(bytes));
    }

    void write(String text) {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void append(Output other) {
        flush();
        size += other.size;
        pieces.addAll(other.pieces());
    }

    int size() {
        return size;
    }

    List<ByteBuffer> pieces() {
        flush();
        return List.copyOf(pieces);
    }

    private void flush() {
        if (to > from) {
            pieces.add(source.slice(from, to - from));
        }
        from = to = 0;
    }
}
