package dev.natter.local.servers;

import de.bwaldvogel.mongo.MongoServer;
import dev.natter.local.mongo.IndexedBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** MongoDB's wire protocol over an H2 store: a file in the data directory, or memory. */
final class EmbeddedMongo implements BackingServer {
    private final MongoServer server;
    private final InetSocketAddress address;

    private EmbeddedMongo(MongoServer server, InetSocketAddress address) {
        this.server = server;
        this.address = address;
    }

    static EmbeddedMongo start(@Nullable Path dataDir) {
        var server = new MongoServer(IndexedBackend.open(file(dataDir)));
        server.bind(Loopback.HOST, 0);
        return new EmbeddedMongo(server, server.getLocalAddress());
    }

    private static @Nullable Path file(@Nullable Path dataDir) {
        try {
            return dataDir == null ? null : Files.createDirectories(dataDir).resolve("mongodb.mv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI url() {
        return Loopback.url("mongodb", null, address.getPort(), "");
    }

    @Override
    public void close() {
        // Closes the store as well.
        server.shutdownNow();
    }
}
