package dev.natter.local.servers;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server has answered for is there again after its process was killed, however soon. */
class KillIT {

    private static final int ROUNDS = 5;

    @TempDir
    Path data;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endAll() throws InterruptedException {
        for (var process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void whatWasWrittenOutlivesAKill() throws Exception {
        Kept.write(start());
        kill();
        Kept.assertIsThere(start());
    }

    /** Each round is killed right after its last answer, and looks at what the one before has left. */
    @Test
    void noChangeOfADocumentIsLostAndTheIndexesKnowOfIt() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            try (var client = Clients.mongo(start("--only", "mongodb"))) {
                var things = things(client);
                assertChanged(things, round);
                things.insertOne(new Document("_id", round).append("place", "new"));
                things.updateOne(eq("_id", round), set("place", "moved"));
                things.findOneAndUpdate(eq("_id", 0), inc("changes", 1));
                kill();
            }
        }
    }

    private static void assertChanged(MongoCollection<Document> things, int rounds) {
        assertThat(things.countDocuments()).isEqualTo(rounds);
        assertThat(things.find(eq("place", "moved"))).hasSize(rounds);
        assertThat(things.find(eq("place", "new"))).isEmpty();
        if (rounds > 0) {
            assertThat(things.find(eq("_id", 0)).first()).containsEntry("changes", rounds);
        }
    }

    private static MongoCollection<Document> things(MongoClient client) {
        var things = client.getDatabase("test").getCollection("things");
        things.createIndex(Indexes.ascending("place"));
        return things;
    }

    private Map<String, URI> start(String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target/natter-local-servers.jar").toAbsolutePath().toString(),
                "--data",
                data.toString()));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        processes.add(process);
        return Document.parse(process.inputReader().readLine()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> URI.create((String) entry.getValue())));
    }

    private void kill() throws InterruptedException {
        processes.get(processes.size() - 1).destroyForcibly().waitFor();
    }
}
