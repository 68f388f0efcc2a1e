package dev.natter.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * RFC 6455, byte by byte: what of it the Autobahn suite asks of an echo, asked of the chat socket, whose echo is the
 * {@code error} that a frame of an unknown type gets. Each case is headed by its numbers there.
 */
@QuarkusTest
class ProtocolEndpointTest {

    private static final byte[] DANCE = bytes("{\"type\":\"dance\",\"with\":\"Zoë 💃\"}");
    private static final byte[] NOTHING = {};

    private RawSocket peer;

    @BeforeEach
    void open() {
        Door.awaitReady();
        peer = new RawSocket(Door.socket(), TestTokens.accessToken(Door.newId()));
        assertThat(nextOf(RawSocket.TEXT).text()).contains("ready");
    }

    @AfterEach
    void close() {
        peer.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] slice(byte[] all, int from, int to) {
        return Arrays.copyOfRange(all, from, to);
    }

    private void answered() {
        assertThat(nextOf(RawSocket.TEXT).text()).contains("unknown_type");
    }

    /** The next that is no ping of the server's own. */
    private RawSocket.Frame nextOf(int opcode) {
        var frame = peer.read();
        while (frame.opcode() == RawSocket.PING) {
            frame = peer.read();
        }
        assertThat(frame.opcode()).isEqualTo(opcode);
        return frame;
    }

    /** One close frame with this code, then the end: nothing may follow a close frame (section 5.5.1). */
    private void refusedWith(int code) {
        assertThat(peer.closeCode()).isEqualTo(code);
        assertThat(peer.readToEnd()).isZero();
    }

    private static byte[] goodbye(int code, byte[] reason) {
        return ByteBuffer.allocate(2 + reason.length)
                .putShort((short) code)
                .put(reason)
                .array();
    }

    /** 2.1 to 2.4, 2.10. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125})
    void aPingIsAnsweredWithWhatItSaid(int length) {
        var said = bytes("p".repeat(length));

        peer.send(RawSocket.PING, true, said);

        assertThat(nextOf(RawSocket.PONG).payload()).isEqualTo(said);
    }

    /** 2.7 to 2.9. */
    @Test
    void anUnsolicitedPongIsIgnored() {
        peer.send(RawSocket.PONG, true, bytes("unasked"));
        peer.send(RawSocket.TEXT, true, DANCE);

        answered();
    }

    /** 5.3 to 5.8, 6.2 to 6.3: also where it cuts a character into pieces. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 7})
    void aMessageMayComeInPieces(int size) {
        for (var from = 0; from < DANCE.length; from += size) {
            var to = Math.min(from + size, DANCE.length);
            peer.send(from == 0 ? RawSocket.TEXT : RawSocket.MORE, to == DANCE.length, slice(DANCE, from, to));
        }

        answered();
    }

    /** 6.1.3: the platform takes a beginning without content for none, and would lose the message. */
    @Test
    void theFirstPiecesMayBeEmpty() {
        peer.send(RawSocket.TEXT, false, NOTHING);
        peer.send(RawSocket.MORE, false, NOTHING);
        peer.send(RawSocket.MORE, false, slice(DANCE, 0, 9));
        peer.send(RawSocket.PING, true, NOTHING);
        peer.send(RawSocket.MORE, false, slice(DANCE, 9, DANCE.length));
        peer.send(RawSocket.MORE, true, NOTHING);

        assertThat(nextOf(RawSocket.PONG).payload()).isEmpty();
        answered();
    }

    /** 6.1.1, 6.1.2: nothing, whole or in pieces, is a message too, and none of ours. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anEmptyMessageIsAnswered(int pieces) {
        for (var piece = 1; piece <= pieces; piece++) {
            peer.send(piece == 1 ? RawSocket.TEXT : RawSocket.MORE, piece == pieces, NOTHING);
        }

        assertThat(nextOf(RawSocket.TEXT).text()).contains("\"error\"");
    }

    /** An empty beginning is forgotten with its message. */
    @Test
    void whatFollowsAnEmptyMessageIsHeard() {
        peer.send(RawSocket.TEXT, false, NOTHING);
        peer.send(RawSocket.MORE, true, NOTHING);
        peer.send(RawSocket.TEXT, false, slice(DANCE, 0, 9));
        peer.send(RawSocket.MORE, true, slice(DANCE, 9, DANCE.length));

        assertThat(nextOf(RawSocket.TEXT).text()).contains("\"error\"");
        answered();
    }

    /** 5.6 to 5.8, 5.19, 5.20. */
    @Test
    void aPingBetweenThePiecesIsAnsweredAtOnce() {
        peer.send(RawSocket.TEXT, false, slice(DANCE, 0, 9));
        peer.send(RawSocket.PING, true, bytes("now?"));

        assertThat(nextOf(RawSocket.PONG).text()).isEqualTo("now?");
        peer.send(RawSocket.MORE, false, NOTHING);
        peer.send(RawSocket.PONG, true, new byte[] {(byte) 0xFF});
        peer.send(RawSocket.MORE, true, slice(DANCE, 9, DANCE.length));
        answered();
    }

    /** 3.1 to 3.7. */
    @ParameterizedTest
    @ValueSource(ints = {0x40, 0x20, 0x10, 0x70})
    void aReservedBitIsAnError(int bits) {
        peer.sendFrame(RawSocket.LAST | bits | RawSocket.TEXT, DANCE);

        refusedWith(1002);
    }

    /** No extension is negotiated, the older ones included. */
    @ParameterizedTest
    @ValueSource(strings = {"permessage-deflate", "x-webkit-deflate-frame", "deflate-frame"})
    void nothingIsCompressed(String extension) {
        try (var asking = new RawSocket(
                Door.socket(), TestTokens.accessToken(Door.newId()), "Sec-WebSocket-Extensions: " + extension)) {
            assertThat(asking.head()).doesNotContainIgnoringCase("sec-websocket-extensions");
        }
    }

    /** 4.1.1 to 4.2.5. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 0xB, 0xC, 0xD, 0xE, 0xF})
    void aReservedOpcodeIsAnError(int opcode) {
        peer.send(opcode, true, NOTHING);

        refusedWith(1002);
    }

    /** 2.5, 7.3.6: more than 125 bytes; 5.1, 5.2: in pieces. */
    @ParameterizedTest
    @ValueSource(ints = {RawSocket.PING, RawSocket.PONG, RawSocket.CLOSE})
    void aControlFrameIsShortAndWhole(int opcode) {
        peer.send(opcode, true, new byte[126]);
        refusedWith(1002);

        close();
        open();
        peer.send(opcode, false, NOTHING);
        refusedWith(1002);
    }

    /** 5.9 to 5.17: the rest of nothing. */
    @Test
    void aPieceWithoutABeginningIsAnError() {
        peer.send(RawSocket.MORE, true, DANCE);

        refusedWith(1002);
    }

    /** 5.18: a message inside another. */
    @Test
    void aBeginningInsideAMessageIsAnError() {
        peer.send(RawSocket.TEXT, false, slice(DANCE, 0, 9));
        peer.send(RawSocket.TEXT, true, DANCE);

        refusedWith(1002);
    }

    /** RFC 6455, 5.1: what a client says is masked. */
    @Test
    void whatIsNotMaskedIsAnError() {
        peer.sendBytes(ByteBuffer.allocate(2 + DANCE.length)
                .put((byte) (RawSocket.LAST | RawSocket.TEXT))
                .put((byte) DANCE.length)
                .put(DANCE)
                .array());

        refusedWith(1002);
    }

    /** 6.3 to 6.22. */
    @ParameterizedTest
    @CsvSource({"ff", "c0af", "eda080", "f4908080", "cebae1bdb9cf83cebcceb5eda080656469746564", "80", "fe", "c3"})
    void whatIsNoUtf8IsAnError(String hex) {
        peer.send(RawSocket.TEXT, true, HexFormat.of().parseHex(hex));

        refusedWith(1007);
    }

    /** 6.4: in pieces, it is noticed at the end at the latest. */
    @Test
    void whatIsNoUtf8AcrossPiecesIsAnError() {
        peer.send(RawSocket.TEXT, false, new byte[] {'"', (byte) 0xCE});
        peer.send(RawSocket.MORE, true, new byte[] {'"'});

        refusedWith(1007);
    }

    /** 7.1.1, 7.7, 7.13. */
    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999})
    void aGoodbyeIsReturned(int code) {
        peer.send(RawSocket.CLOSE, true, goodbye(code, bytes("bye")));

        assertThat(peer.closeCode()).isEqualTo(code);
    }

    /** 7.3.1. */
    @Test
    void aGoodbyeWithoutAWordIsReturned() {
        peer.send(RawSocket.CLOSE, true, NOTHING);

        assertThat(peer.closeCode()).isIn(1000, 1005);
    }

    /** 7.3.2, 7.9: half a code, and those that are none: 0, 999, 1004, 1005, 1006, 1016, 1100, 2000, 2999. */
    @ParameterizedTest
    @ValueSource(strings = {"03", "0000", "03e7", "03ec", "03ed", "03ee", "03f8", "044c", "07d0", "0bb7"})
    void aGoodbyeThatIsNoneIsAnError(String hex) {
        peer.send(RawSocket.CLOSE, true, HexFormat.of().parseHex(hex));

        refusedWith(1002);
    }

    /** 7.5.1. */
    @Test
    void aReasonThatIsNoUtf8IsAnError() {
        peer.send(RawSocket.CLOSE, true, goodbye(1000, new byte[] {(byte) 0xCE, (byte) 0xFF}));

        refusedWith(1007);
    }

    /** 7.1.2 to 7.1.5. */
    @Test
    void whatComesAfterAGoodbyeIsNotHeard() {
        peer.send(RawSocket.CLOSE, true, goodbye(1000, NOTHING));
        peer.send(RawSocket.TEXT, true, DANCE);

        assertThat(nextOf(RawSocket.CLOSE).closeCode()).isEqualTo(1000);
    }
}
