package dev.natter.local.servers;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server has answered for is there again after its process was killed, however soon. */
@Tag("slow")
class KillIT {

    private static final int ROUNDS = 5;

    @TempDir
    Path data;

    @TempDir
    Path temporaries;

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

    /** Files may not grow beyond a limit, as on a disk that is full; then it is asked to end, and there is room again. */
    @Test
    void whatCouldNotBeWrittenTakesNothingWithItThatWasAnswered() throws Exception {
        var answered = 0;
        var limited = List.of("/bin/sh", "-c", "ulimit -f 8192; exec \"$@\"", "limited");
        try (var client = Clients.mongo(start(limited, "--only", "mongodb"))) {
            var things = things(client);
            while (answered < 100_000) {
                things.insertOne(new Document("_id", answered).append("place", "x".repeat(1_000)));
                answered++;
            }
        } catch (MongoException full) {
            assertThat(answered).isPositive();
        }
        latest().destroy();
        assertThat(latest().waitFor(30, TimeUnit.SECONDS)).isTrue();

        try (var client = Clients.mongo(start("--only", "mongodb"))) {
            assertThat(things(client).countDocuments(lt("_id", answered))).isEqualTo(answered);
            assertThat(answered).isLessThan(100_000);
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
        return start(List.of(), options);
    }

    /** @param wrapper a command that becomes the one behind it */
    private Map<String, URI> start(List<String> wrapper, String... options) throws IOException {
        var command = new ArrayList<>(wrapper);
        command.addAll(PackagedJar.command(temporaries, options));
        command.addAll(List.of("--data", data.toString()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        processes.add(process);
        return Document.parse(process.inputReader().readLine()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> URI.create((String) entry.getValue())));
    }

    private Process latest() {
        return processes.get(processes.size() - 1);
    }

    private void kill() throws InterruptedException {
        latest().destroyForcibly().waitFor();
    }
}
