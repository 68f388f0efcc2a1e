package dev.natter.local.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import de.bwaldvogel.mongo.MongoServer;
import java.util.List;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever asks notices nothing of it. */
class NarrowingIndexTest {

    private MongoServer server;
    private MongoClient client;
    private MongoCollection<Document> things;

    @BeforeEach
    void fill() {
        server = new MongoServer(new IndexedBackend(MVStore.open(null)));
        client = MongoClients.create(server.bindAndGetConnectionString());
        things = client.getDatabase("test").getCollection("things");
        things.createIndex(ascending("room", "number"), new IndexOptions().unique(true));
        things.insertMany(List.of(
                new Document("_id", "a").append("room", "r").append("number", 1).append("tags", List.of("x", "y")),
                new Document("_id", "b").append("room", "r").append("number", 2).append("tags", List.of("y"))));
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void whatElseAQueryAsksDecides() {
        assertThat(things.find(and(eq("_id", "a"), eq("tags", "x"))).first()).isNotNull();
        assertThat(things.find(and(eq("_id", "b"), eq("tags", "x"))).first()).isNull();
        assertThat(things.find(and(eq("_id", "a"), lt("number", 1))).first()).isNull();
        assertThat(things.find(and(eq("_id", "a"), or(eq("number", 7), gt("number", 0))))
                        .first())
                .isNotNull();
        assertThat(things.find(and(eq("room", "r"), eq("number", 2), eq("tags", "y")))
                        .first())
                .containsEntry("_id", "b");
    }

    @Test
    void twoValuesOfOneFieldAreNone() {
        assertThat(things.find(and(eq("_id", "a"), eq("_id", "b"))).first()).isNull();
        assertThat(things.find(and(eq("room", "r"), gt("number", 0)))).hasSize(2);
    }

    @Test
    void updatesKeepTheIndexRight() {
        things.updateOne(and(eq("room", "r"), eq("number", 2), eq("tags", "y")), inc("number", 5));

        assertThat(things.find(and(eq("room", "r"), eq("number", 7))).first()).containsEntry("_id", "b");
        assertThat(things.find(and(eq("room", "r"), eq("number", 2))).first()).isNull();
        assertThatThrownBy(() -> things.updateOne(eq("_id", "b"), inc("number", -6)))
                .isInstanceOf(MongoWriteException.class);
    }
}
