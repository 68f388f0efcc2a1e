package dev.natter.local.stack.service;

import dev.natter.local.process.PidFile;
import dev.natter.local.stack.console.Console;
import dev.natter.local.stack.console.LaunchFailure;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * All service processes of a stack. Their addresses are fixed before the start, so that they can be passed to each
 * other.
 */
public final class Services implements AutoCloseable {
    private final Map<ServiceKind, List<URI>> urls = new EnumMap<>(ServiceKind.class);
    private final Map<ServiceKind, List<Replica>> replicas = new EnumMap<>(ServiceKind.class);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "restarts");
        thread.setDaemon(true);
        return thread;
    });
    private final Readiness readiness = new Readiness();
    private final Places places;
    private final Console console;
    private final Clock clock;
    private boolean closed;

    /**
     * Where the processes come from and where their traces go.
     *
     * @param root of the repository, where the services are built
     * @param logs and
     * @param pids directories that exist
     * @param mark distinguishes the processes of this stack from those of others
     * @param nativeWanted whether native executables go before jars
     * @param javaOptions for services that are jars, in place of ours, or null
     */
    public record Places(
            Path root,
            Path logs,
            Path pids,
            String mark,
            boolean nativeWanted,
            @Nullable String javaOptions) {}

    public Services(Places places, Map<ServiceKind, Integer> counts, Console console, Clock clock) {
        this.places = places;
        this.console = console;
        this.clock = clock;
        var ports = new FreePorts(new SecureRandom());
        for (var kind : ServiceKind.values()) {
            var own = new ArrayList<URI>();
            for (var i = 0; i < counts.getOrDefault(kind, 1); i++) {
                own.add(URI.create("http://127.0.0.1:" + ports.next()));
            }
            urls.put(kind, List.copyOf(own));
        }
    }

    /** Addresses by service, one for each replica, in their order. */
    public Map<ServiceKind, List<URI>> urls() {
        return urls;
    }

    /** Process ids by service, in the same order. */
    public synchronized Map<ServiceKind, List<Long>> pids() {
        var pids = new EnumMap<ServiceKind, List<Long>>(ServiceKind.class);
        replicas.forEach(
                (kind, of) -> pids.put(kind, of.stream().map(Replica::pid).toList()));
        return pids;
    }

    /**
     * Starts them all at once and returns when all are ready.
     *
     * @param changed called whenever a process has been replaced later
     * @throws LaunchFailure about the first one that does not get there
     */
    public void start(Environment environment, Runnable changed) {
        var program = new Program(places.root(), places.nativeWanted(), places.javaOptions());
        var all = new ArrayList<Replica>();
        for (var kind : ServiceKind.values()) {
            if (places.nativeWanted() && !program.isNative(kind)) {
                console.progress("no native executable of " + kind.label() + " is built; using its jar");
            }
            var own = new ArrayList<Replica>();
            for (var number = 1; number <= urls(kind).size(); number++) {
                own.add(replica(program, kind, number, environment, changed));
            }
            add(kind, own);
            all.addAll(own);
        }
        startAll(all);
    }

    private synchronized void add(ServiceKind kind, List<Replica> own) {
        replicas.put(kind, List.copyOf(own));
        if (closed) {
            // Then they will not start.
            own.forEach(Replica::stop);
        }
    }

    private Replica replica(Program program, ServiceKind kind, int number, Environment environment, Runnable changed) {
        var name = urls(kind).size() == 1 ? kind.label() : kind.label() + "-" + number;
        var url = urls(kind).get(number - 1);
        var launch = new Launch(
                name,
                url,
                program.command(kind, places.mark()),
                environment.of(kind, url),
                new LogFile(places.logs().resolve(name + ".log")),
                new PidFile(places.pids().resolve(name + ".pid")));
        return new Replica(launch, readiness, timer, console, clock, changed);
    }

    /** Addresses of that service. */
    public List<URI> urls(ServiceKind kind) {
        return urls.getOrDefault(kind, List.of());
    }

    private static void startAll(List<Replica> all) {
        var threads = Executors.newFixedThreadPool(all.size());
        var started = new ExecutorCompletionService<Replica>(threads);
        try {
            all.forEach(replica -> started.submit(replica::start, replica));
            // In the order in which they end, because the first failure decides: the others may take their whole time.
            for (var left = all.size(); left > 0; left--) {
                started.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LaunchFailure failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    /** Asks all to end, and returns when all have. */
    @Override
    public void close() {
        timer.shutdownNow();
        all().parallelStream().forEach(Replica::stop);
    }

    private synchronized List<Replica> all() {
        closed = true;
        return replicas.values().stream().flatMap(List::stream).toList();
    }
}
