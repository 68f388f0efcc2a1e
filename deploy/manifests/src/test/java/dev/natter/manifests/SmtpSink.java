package dev.natter.manifests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An SMTP server that takes every mail of who authenticates as {@code natter}, and keeps it. */
final class SmtpSink implements AutoCloseable {
    static final String PASSWORD = "smtp-password";

    private static final String PLAIN =
            Base64.getEncoder().encodeToString(("\0natter\0" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final ServerSocket server;
    private final Queue<String> mails = new ConcurrentLinkedQueue<>();

    private SmtpSink(ServerSocket server) {
        this.server = server;
    }

    static SmtpSink start() throws IOException {
        var sink = new SmtpSink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        inBackground(sink::acceptAll);
        return sink;
    }

    int port() {
        return server.getLocalPort();
    }

    /** With its headers; the oldest first. */
    Queue<String> mails() {
        return mails;
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                inBackground(() -> converse(socket));
            } catch (IOException failure) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
    }

    private void converse(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            var authenticated = false;
            out.print("220 sink\r\n");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var verb = line.split(" ", -1)[0];
                authenticated |= line.equals("AUTH PLAIN " + PLAIN);
                switch (verb) {
                    case "EHLO" -> out.print("250-sink\r\n250 AUTH PLAIN\r\n");
                    case "AUTH" -> out.print(authenticated ? "235 ok\r\n" : "535 no\r\n");
                    case "MAIL" -> out.print(authenticated ? "250 ok\r\n" : "530 authenticate\r\n");
                    case "DATA" -> {
                        out.print("354 go\r\n");
                        mails.add(data(in));
                        out.print("250 ok\r\n");
                    }
                    case "QUIT" -> out.print("221 bye\r\n");
                    default -> out.print("250 ok\r\n");
                }
            }
        } catch (IOException gone) {
            // The client is; what it sent is kept.
        }
    }

    private static String data(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static void inBackground(Runnable task) {
        var thread = new Thread(task, "smtp");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
