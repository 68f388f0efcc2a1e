package dev.natter.local.servers;

import com.icegreen.greenmail.util.GreenMail;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers asked for, all running. They start at the same time, because each waits more than it works. */
public final class BackingServers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackingServers.class);

    private final WorkDirectory directory;
    private final Map<ServerKind, BackingServer> servers;

    private BackingServers(WorkDirectory directory, Map<ServerKind, BackingServer> servers) {
        this.directory = directory;
        this.servers = servers;
    }

    /** Returns when every server answers; when one cannot start, the others are closed again and its failure thrown. */
    public static BackingServers start(ServerSettings settings) {
        var directory = WorkDirectory.open(settings.data());
        var threads = Executors.newFixedThreadPool(ServerKind.values().length);
        try {
            return start(settings, directory, threads);
        } finally {
            threads.shutdown();
        }
    }

    private static BackingServers start(ServerSettings settings, WorkDirectory directory, ExecutorService threads) {
        var starting = new EnumMap<ServerKind, CompletableFuture<BackingServer>>(ServerKind.class);
        for (var kind : settings.kinds()) {
            starting.put(kind, CompletableFuture.supplyAsync(starter(kind, settings, directory.path()), threads));
        }
        var servers = new EnumMap<ServerKind, BackingServer>(ServerKind.class);
        RuntimeException failure = null;
        for (var entry : starting.entrySet()) {
            try {
                servers.put(entry.getKey(), entry.getValue().join());
            } catch (CompletionException e) {
                failure = new IllegalStateException(entry.getKey().label() + " did not start", e.getCause());
            }
        }
        var started = new BackingServers(directory, servers);
        if (failure != null) {
            started.close();
            throw failure;
        }
        return started;
    }

    private static Supplier<BackingServer> starter(ServerKind kind, ServerSettings settings, Path work) {
        var home = work.resolve(kind.label());
        var durable = settings.data() != null;
        return switch (kind) {
            case MONGODB -> () -> EmbeddedMongo.start(durable ? home : null);
            case REDIS -> () -> EmbeddedRedis.start(home, durable);
            case RABBITMQ -> () -> EmbeddedRabbit.start(home, durable, settings.rabbit());
            case SMTP -> EmbeddedSmtp::start;
            case S3 -> () -> EmbeddedS3.start(home, settings.s3(), settings.s3Origin());
        };
    }

    /** Address of each server that runs, by its label, in a fixed order. */
    public Map<String, URI> urls() {
        var urls = new LinkedHashMap<String, URI>();
        servers.forEach((kind, server) -> urls.put(kind.label(), server.url()));
        return urls;
    }

    /** Where that server is, or null if it was not asked for. */
    public @Nullable URI url(ServerKind kind) {
        var server = servers.get(kind);
        return server == null ? null : server.url();
    }

    /**
     * The mail that has arrived.
     *
     * @throws IllegalStateException when no SMTP server was asked for
     */
    public GreenMail mailbox() {
        return running(ServerKind.SMTP, EmbeddedSmtp.class).greenMail();
    }

    /**
     * Makes the bucket unless it is there already. Services never do this: elsewhere it is part of the deployment.
     *
     * @throws IllegalStateException when no S3 server was asked for
     */
    public void createBucket(String name) {
        running(ServerKind.S3, EmbeddedS3.class).createBucket(name);
    }

    private <T extends BackingServer> T running(ServerKind kind, Class<T> type) {
        var server = servers.get(kind);
        if (server == null) {
            throw new IllegalStateException("no " + kind.label() + " was started");
        }
        return type.cast(server);
    }

    @Override
    public void close() {
        servers.values().parallelStream().forEach(BackingServers::close);
        directory.close();
    }

    private static void close(BackingServer server) {
        try {
            server.close();
        } catch (RuntimeException e) {
            // The others still have to end.
            LOG.warn("a backing server did not close cleanly", e);
        }
    }
}
