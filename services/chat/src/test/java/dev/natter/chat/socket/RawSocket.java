package dev.natter.chat.socket;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A peer that keeps to the protocol only as far as a test wants it to: sends what the test says, answers nothing by itself. */
final class RawSocket implements AutoCloseable {

    static final int MORE = 0x0;
    static final int TEXT = 0x1;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;
    /** The bit of a frame that ends a message. */
    static final int LAST = 0x80;

    private static final int TIMEOUT_MILLIS = 40_000;

    /** A frame from the server. */
    record Frame(int opcode, byte[] payload) {
        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        /** As it says; 1005 when it says none. */
        int closeCode() {
            return payload.length == 0 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
        }
    }

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final String head;

    RawSocket(URI uri, String accessToken, String... headers) {
        try {
            socket = new Socket();
            socket.setReceiveBufferSize(16_384);
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
            socket.setSoTimeout(TIMEOUT_MILLIS);
            in = new DataInputStream(socket.getInputStream());
            out = socket.getOutputStream();
            out.write(("GET " + uri.getPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer " + accessToken
                            + "\r\n"
                            + Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining())
                            + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var answer = new StringBuilder();
            while (answer.indexOf("\r\n\r\n") < 0) {
                answer.append((char) in.readUnsignedByte());
            }
            head = answer.toString();
            if (!head.startsWith("HTTP/1.1 101")) {
                throw new IllegalStateException(head);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How the server agreed to be a socket. */
    String head() {
        return head;
    }

    /** Sends a frame; its mask is all zeros. */
    void send(int opcode, boolean last, byte[] payload) {
        sendFrame((last ? LAST : 0) | opcode, payload);
    }

    /** The same with a first byte that may be anything. */
    void sendFrame(int first, byte[] payload) {
        var header = ByteBuffer.allocate(14);
        header.put((byte) first);
        if (payload.length < 126) {
            header.put((byte) (0x80 | payload.length));
        } else if (payload.length < 65_536) {
            header.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            header.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        header.putInt(0);
        try {
            out.write(header.array(), 0, header.position());
            out.write(payload);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends the beginning of a frame that says how long it is, and no more of it. */
    void sendHeader(int opcode, long length) {
        var header = ByteBuffer.allocate(14)
                .put((byte) (0x80 | opcode))
                .put((byte) (0x80 | 127))
                .putLong(length)
                .putInt(0);
        try {
            out.write(header.array());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends bytes as they are, framed or not. */
    void sendBytes(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void sendText(String text) {
        send(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next frame, of whatever kind. */
    Frame read() {
        try {
            var opcode = in.readUnsignedByte() & 0x0F;
            long length = in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            return new Frame(opcode, in.readNBytes((int) length));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The code with which the server says goodbye; whatever comes before it is skipped. */
    int closeCode() {
        for (var frame = read(); ; frame = read()) {
            if (frame.opcode() == CLOSE) {
                return frame.closeCode();
            }
        }
    }

    /** Waits until the server has ended the line; tells how many bytes it sent before. */
    int readToEnd() {
        var count = 0;
        try {
            while (in.read() >= 0) {
                count++;
            }
        } catch (SocketTimeoutException goesOn) {
            throw new UncheckedIOException(goesOn);
        } catch (IOException reset) {
            // The same to us.
        }
        return count;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
