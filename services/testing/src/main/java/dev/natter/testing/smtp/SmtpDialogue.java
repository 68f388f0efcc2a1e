package dev.natter.testing.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** One connection to a {@link ScriptedSmtp}. */
final class SmtpDialogue {

    private final ScriptedSmtp server;
    private Socket socket;
    private BufferedReader in;
    private PrintStream out;
    private boolean midway;
    private String from = "";
    private String to = "";

    SmtpDialogue(ScriptedSmtp server, Socket socket) throws IOException {
        this.server = server;
        this.socket = socket;
        this.in = reader(socket);
        this.out = writer(socket);
    }

    void run() {
        try {
            say(server.next("greeting", "220 scripted ESMTP"));
            for (var line = line(); line != null; line = line()) {
                hear(line);
            }
        } catch (IOException gone) {
            // The other side has hung up, or was hung up on.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private void hear(String line) throws IOException, InterruptedException {
        var verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
        switch (verb) {
            case "EHLO" -> say(server.next("EHLO", capabilities()));
            case "STAR" -> startTls();
            case "AUTH" -> say(server.next("AUTH", "235 2.7.0 welcome"));
            case "MAIL" -> mail(line);
            case "RCPT" -> recipient(line);
            case "DATA" -> data();
            case "RSET" -> say("250 2.0.0 forgotten");
            case "QUIT" -> {
                say("221 2.0.0 bye");
                socket.close();
            }
            default -> say("502 5.5.1 what?");
        }
    }

    private String capabilities() {
        var starttls = server.tls() != null && !(socket instanceof SSLSocket);
        return "250-scripted\r\n" + (starttls ? "250-STARTTLS\r\n" : "")
                + "250-AUTH PLAIN\r\n250-PIPELINING\r\n250 ENHANCEDSTATUSCODES";
    }

    private void startTls() throws IOException, InterruptedException {
        say(server.next("STARTTLS", "220 2.0.0 go ahead"));
        var tls = server.tls();
        if (tls != null) {
            var encrypted = (SSLSocket) tls.getSocketFactory()
                    .createSocket(socket, socket.getInetAddress().getHostAddress(), socket.getPort(), true);
            encrypted.setUseClientMode(false);
            socket = encrypted;
            in = reader(encrypted);
            out = writer(encrypted);
        }
    }

    private void mail(String line) throws IOException, InterruptedException {
        from = between(line);
        midway = true;
        server.began();
        answer(server.next("MAIL", "250 2.1.0 ok"));
    }

    private void recipient(String line) throws IOException, InterruptedException {
        to = between(line);
        answer(server.next("RCPT " + to, "250 2.1.5 ok"));
    }

    private void data() throws IOException, InterruptedException {
        answer(server.next("DATA", "354 go ahead"));
        if (!midway) {
            return;
        }
        var content = new StringBuilder();
        for (var line = line(); !".".equals(line); line = line()) {
            if (line == null) {
                throw new IOException("hung up in the middle of a mail");
            }
            content.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        server.waitAtTheGate();
        var reply = server.next("dot " + to, "250 2.0.0 accepted");
        if (reply.startsWith("2")) {
            server.accepted(new ReceivedMail(from, to, content.toString()));
        }
        // Before the client can know, or it could seem to have begun the next one too early.
        if (Character.isDigit(reply.charAt(0))) {
            end();
        }
        say(reply);
    }

    /** A command within a mail; a refusal ends the mail. */
    private void answer(String reply) throws IOException, InterruptedException {
        if (reply.startsWith("4") || reply.startsWith("5")) {
            end();
        }
        say(reply);
    }

    private void say(String reply) throws IOException, InterruptedException {
        switch (reply) {
            case ScriptedSmtp.DROP -> socket.close();
            case ScriptedSmtp.SILENCE -> {
                while (line() != null) {
                    // Hears everything and says nothing.
                }
            }
            case ScriptedSmtp.TRICKLE -> {
                while (!out.checkError()) {
                    out.print("250-wait\r\n");
                    out.flush();
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                }
            }
            default -> {
                out.print(reply + "\r\n");
                out.flush();
            }
        }
    }

    private void end() {
        if (midway) {
            midway = false;
            server.ended();
        }
    }

    /** The next line without its end, which is a carriage return and a line feed and nothing else; null when there is none. */
    private @Nullable String line() throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next >= 0; next = in.read()) {
            line.append((char) next);
            if (line.length() >= 2 && line.indexOf("\r\n", line.length() - 2) >= 0) {
                return line.substring(0, line.length() - 2);
            }
        }
        return null;
    }

    private static BufferedReader reader(Socket transport) throws IOException {
        return new BufferedReader(new InputStreamReader(transport.getInputStream(), StandardCharsets.UTF_8));
    }

    private static PrintStream writer(Socket transport) throws IOException {
        return new PrintStream(transport.getOutputStream(), false, StandardCharsets.UTF_8);
    }

    private static String between(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }
}
