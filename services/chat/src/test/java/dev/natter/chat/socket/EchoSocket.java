package dev.natter.chat.socket;

import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.vertx.core.buffer.Buffer;

/** Says what it hears, in tests alone: on the very stack, with the very limits and behind the very door that chat's socket has. */
@WebSocket(path = EchoSocket.PATH)
class EchoSocket {

    static final String PATH = "/test/echo";

    @OnTextMessage
    String text(String text) {
        return text;
    }

    @OnBinaryMessage
    Buffer binary(Buffer bytes) {
        return bytes;
    }
}
