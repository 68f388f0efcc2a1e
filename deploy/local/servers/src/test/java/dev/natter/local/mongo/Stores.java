package dev.natter.local.mongo;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import de.bwaldvogel.mongo.MongoServer;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Collections of things, each of a server of its own. */
final class Stores implements AutoCloseable {

    private final List<MongoServer> servers = new ArrayList<>();
    private final List<MongoClient> clients = new ArrayList<>();

    /** Of a new server with indexes, which keeps nothing. */
    MongoCollection<Document> indexed() {
        return serve(new MongoServer(IndexedBackend.open(null)));
    }

    MongoCollection<Document> serve(MongoServer server) {
        servers.add(server);
        var client = MongoClients.create(server.bindAndGetConnectionString());
        clients.add(client);
        return client.getDatabase("test").getCollection("things");
    }

    static void index(MongoCollection<Document> collection) {
        collection.createIndex(ascending("room", "number"), new IndexOptions().unique(true));
        collection.createIndex(
                ascending("pair"), new IndexOptions().unique(true).sparse(true));
        collection.createIndex(ascending("tags"));
        collection.createIndex(ascending("room", "tags", "number"));
    }

    @Override
    public void close() {
        clients.forEach(MongoClient::close);
        servers.forEach(MongoServer::shutdownNow);
    }
}
