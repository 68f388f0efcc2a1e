package dev.natter.faults.cluster;

import dev.natter.local.servers.ServerKind;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A backing server. Where it listens may change with each start: the services know the links that lead to it. */
public final class Server {

    /** A start of it: the process, and where it listens once it is ready. */
    record Started(Program program, URI url) {}

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final ServerKind kind;
    private final Supplier<Started> starter;
    private final List<CuttableProxy> links = new ArrayList<>();
    private Started running;

    Server(ServerKind kind, Supplier<Started> starter) {
        this.kind = kind;
        this.starter = starter;
        this.running = starter.get();
    }

    ServerKind kind() {
        return kind;
    }

    /** Where it is now. */
    public URI url() {
        return running.url();
    }

    void reachedBy(CuttableProxy link) {
        links.add(link);
        link.leadTo(running.url());
    }

    /** Ways to it, one for each replica that uses it. */
    public List<CuttableProxy> links() {
        return List.copyOf(links);
    }

    /** SIGKILL. */
    public void kill() {
        running.program().kill();
    }

    /** SIGTERM; returns when it has ended. */
    public void stop() {
        running.program().terminate(TIMEOUT);
    }

    /** SIGSTOP. */
    public void pause() {
        running.program().pause();
    }

    /** SIGCONT. */
    public void goOn() {
        running.program().goOn();
    }

    /** After {@link #kill} or {@link #stop}; returns when it answers again. */
    public void startAgain() {
        running = starter.get();
        links.forEach(link -> link.leadTo(running.url()));
    }

    /** Runs again, whatever has been done to it. */
    void mend() {
        if (running.program().isAlive()) {
            running.program().goOn();
        } else {
            startAgain();
        }
        links.forEach(CuttableProxy::mend);
    }

    void close() {
        running.program().kill();
    }
}
