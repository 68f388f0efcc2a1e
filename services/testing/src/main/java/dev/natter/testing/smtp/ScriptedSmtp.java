package dev.natter.testing.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** An SMTP server with scripted replies, which counts concurrent connections. */
public final class ScriptedSmtp implements AutoCloseable {

    /** Instead of a reply: the connection is closed. */
    public static final String DROP = "drop";

    /** Instead of a reply: nothing more is said. */
    public static final String SILENCE = "silence";

    /** Instead of a reply: the beginning of one, a line at a time, without end. */
    public static final String TRICKLE = "trickle";

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool(ScriptedSmtp::daemon);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Queue<String>> script = new ConcurrentHashMap<>();
    private final List<ReceivedMail> mails = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile @Nullable Semaphore gate;
    private volatile @Nullable SSLContext tls;

    private ScriptedSmtp(ServerSocket door) {
        this.door = door;
    }

    public static ScriptedSmtp start() {
        try {
            var server = new ScriptedSmtp(new ServerSocket(0, 500, InetAddress.getLoopbackAddress()));
            server.threads.execute(server::accept);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /**
     * What to answer to {@code command}: {@code greeting}, {@code EHLO}, {@code STARTTLS}, {@code AUTH}, {@code MAIL},
     * {@code RCPT address}, {@code DATA}, {@code dot address}. One reply a time, then what is usual again.
     */
    public ScriptedSmtp reply(String command, String... replies) {
        script.computeIfAbsent(command, absent -> new ConcurrentLinkedQueue<>()).addAll(List.of(replies));
        return this;
    }

    /** The same answer for ever. */
    public ScriptedSmtp alwaysReply(String command, String reply) {
        script.put(command, new Unending(reply));
        return this;
    }

    /** Nothing is scripted any more. */
    public void asUsual() {
        script.clear();
    }

    /** From now on clients do not learn whether a mail was accepted, until {@link #letOn}. */
    public void hold() {
        gate = new Semaphore(0);
    }

    /** So many more mails are accepted. */
    public void letOn(int mails) {
        var closed = gate;
        if (closed != null) {
            closed.release(mails);
        }
    }

    /** Nothing is held up and nothing scripted any more, and everything is forgotten. */
    public void reset() {
        letOn(1_000_000);
        gate = null;
        script.clear();
        mails.clear();
        mostUnderWay.set(0);
        connections.set(0);
    }

    /** Closes every connection that there is. */
    public void hangUp() {
        for (var socket : open) {
            try {
                socket.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    public void offerTls(SSLContext context) {
        tls = context;
    }

    @Nullable SSLContext tls() {
        return tls;
    }

    /** What was accepted, in order. */
    public List<ReceivedMail> mails() {
        return mails;
    }

    public List<ReceivedMail> mailsTo(String address) {
        return mails.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /** Conversations between MAIL and the answer to the mail. */
    public int underWay() {
        return underWay.get();
    }

    public int mostUnderWay() {
        return mostUnderWay.get();
    }

    public int connections() {
        return connections.get();
    }

    /** How many are connected now. */
    public int connected() {
        return open.size();
    }

    String next(String command, String usual) {
        var replies = script.get(command);
        var reply = replies == null ? null : replies.poll();
        return reply == null ? usual : reply;
    }

    void began() {
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    }

    void ended() {
        underWay.decrementAndGet();
    }

    void accepted(ReceivedMail mail) {
        mails.add(mail);
    }

    void waitAtTheGate() throws InterruptedException {
        var closed = gate;
        if (closed != null) {
            closed.acquire();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                connections.incrementAndGet();
                open.add(socket);
                threads.execute(() -> converse(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            new SmtpDialogue(this, socket).run();
        } catch (IOException gone) {
            // Before a word was said.
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "smtp");
        thread.setDaemon(true);
        return thread;
    }

    /** Says the same thing whenever it is asked. */
    private static final class Unending extends ConcurrentLinkedQueue<String> {
        private static final long serialVersionUID = 1;
        private final String reply;

        private Unending(String reply) {
            this.reply = reply;
        }

        @Override
        public String poll() {
            return reply;
        }
    }
}
