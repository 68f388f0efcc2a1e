package dev.natter.local.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was kept is found again, and its indexes are right. */
class IndexedBackendRestartTest {

    private final Stores stores = new Stores();

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        stores.close();
    }

    @Test
    void aRestartForgetsNoArray() {
        var file = directory.resolve("arrays");
        var first = new MongoServer(IndexedBackend.open(file));
        var before = stores.serve(first);
        Stores.index(before);
        before.insertOne(new Document("_id", "c").append("room", "s").append("number", List.of(1, 9)));
        first.shutdownNow();

        var after = stores.serve(new MongoServer(IndexedBackend.open(file)));

        assertThat(after.find(and(eq("room", "s"), gt("number", 5), lt("number", 5))))
                .hasSize(1);
    }

    @Test
    void indexesOutliveTheServer() {
        var file = directory.resolve("data");
        var first = new MongoServer(IndexedBackend.open(file));
        var before = stores.serve(first);
        Stores.index(before);
        before.insertOne(
                new Document("_id", "a").append("room", "r").append("number", 1).append("tags", List.of("x")));
        first.shutdownNow();

        var after = stores.serve(new MongoServer(IndexedBackend.open(file)));

        assertThat(after.find(eq("tags", "x"))).hasSize(1);
        assertThat(after.find(and(eq("room", "r"), gt("number", 0)))).hasSize(1);
        assertThatThrownBy(() -> after.insertOne(
                        new Document("_id", "b").append("room", "r").append("number", 1)))
                .isInstanceOf(MongoWriteException.class);
    }

    @Test
    void whatWasKeptWithoutTheseIndexesIsIndexedWhenItIsOpened() {
        var file = directory.resolve("former");
        var former = new MongoServer(new H2Backend(file.toString()));
        var before = stores.serve(former);
        Stores.index(before);
        before.insertOne(
                new Document("_id", "a").append("room", "r").append("number", 1).append("tags", List.of("x")));
        former.shutdownNow();

        var after = stores.serve(new MongoServer(IndexedBackend.open(file)));

        assertThat(after.find(eq("tags", "x"))).hasSize(1);
        assertThat(after.find(and(eq("room", "r"), eq("number", 1)))).hasSize(1);
        assertThatThrownBy(() -> after.insertOne(
                        new Document("_id", "b").append("room", "r").append("number", 1)))
                .isInstanceOf(MongoWriteException.class);
        stores.close();
        try (var store = MVStore.open(file.toString())) {
            assertThat(store.getMapNames()).noneMatch(name -> name.contains("._index_"));
        }
    }
}
