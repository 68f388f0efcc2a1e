package dev.natter.manifests;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A DNS server as Docker has one for a network: names without a domain, addresses that are said to hold for ten minutes. */
final class Dns implements AutoCloseable {
    private static final int HEADER = 12;
    private static final int ADDRESS_RECORD = 1;
    private static final int TTL_SECONDS = 600;

    private final DatagramSocket socket;
    private final Map<String, List<InetAddress>> addresses = new ConcurrentHashMap<>();

    private Dns(DatagramSocket socket) {
        this.socket = socket;
    }

    static Dns start() throws IOException {
        var dns = new Dns(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
        var thread = new Thread(dns::answerAll, "dns");
        thread.setDaemon(true);
        thread.start();
        return dns;
    }

    String address() {
        return socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    void set(String name, InetAddress... of) {
        addresses.put(name, List.of(of));
    }

    private void answerAll() {
        var buffer = new byte[512];
        while (!socket.isClosed()) {
            var packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                var answer = answer(Arrays.copyOf(buffer, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException failure) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
    }

    /** RFC 1035, section 4: one question, and an A record for each address. */
    private byte[] answer(byte[] query) throws IOException {
        var name = new StringBuilder();
        var at = HEADER;
        for (; query[at] != 0; at += query[at] + 1) {
            name.append(name.length() == 0 ? "" : ".")
                    .append(new String(query, at + 1, query[at], StandardCharsets.US_ASCII));
        }
        var known = addresses.get(name.toString());
        var found = known != null && query[at + 2] == ADDRESS_RECORD ? known : List.<InetAddress>of();
        var bytes = new ByteArrayOutputStream();
        var answer = new DataOutputStream(bytes);
        answer.write(query, 0, 2);
        // A response, recursion available; no error, or no such name.
        answer.writeShort(known == null ? 0x8183 : 0x8180);
        for (var count : List.of(1, found.size(), 0, 0)) {
            answer.writeShort(count);
        }
        answer.write(query, HEADER, at + 5 - HEADER);
        for (var address : found) {
            // The name of the question.
            answer.writeShort(0xC000 | HEADER);
            answer.writeShort(ADDRESS_RECORD);
            answer.writeShort(1);
            answer.writeInt(TTL_SECONDS);
            answer.writeShort(4);
            answer.write(address.getAddress());
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
