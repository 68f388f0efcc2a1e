package dev.natter.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.rabbitmq.client.MessageProperties;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written is there again when the servers are started once more on the same directory. */
class DurabilityTest {
    @Test
    void dataSurvivesCloseAndReopen(@TempDir Path data) throws Exception {
        try (var servers = BackingServers.start(ServerSettings.all(data))) {
            write(servers);
        }
        try (var servers = BackingServers.start(ServerSettings.all(data))) {
            assertEverythingIsThere(servers);
        }
    }

    private static void write(BackingServers servers) throws Exception {
        try (var client = Clients.mongo(servers)) {
            var people = client.getDatabase("test").getCollection("people");
            people.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
            people.insertOne(new Document("email", "ann@example.org"));
        }
        Clients.redis(servers, "SET", "greeting", "hello");
        try (var connection = Clients.rabbit(servers);
                var channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish(
                    "", "otp-mail", MessageProperties.PERSISTENT_BASIC, "kept".getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(5_000);
        }
        servers.createBucket("natter-test");
        Clients.put(servers, "natter-test", "kept", "bytes");
    }

    private static void assertEverythingIsThere(BackingServers servers) throws Exception {
        try (var client = Clients.mongo(servers)) {
            var people = client.getDatabase("test").getCollection("people");
            assertThat(people.countDocuments()).isEqualTo(1);
            assertThatThrownBy(() -> people.insertOne(new Document("email", "ann@example.org")))
                    .isInstanceOf(MongoWriteException.class);
        }
        assertThat(Clients.redis(servers, "GET", "greeting")).isEqualTo("hello");
        try (var connection = Clients.rabbit(servers);
                var channel = connection.createChannel()) {
            assertThat(channel.basicGet("otp-mail", true).getBody()).asString().isEqualTo("kept");
        }
        assertThat(Clients.get(servers, "natter-test", "kept").body()).isEqualTo("bytes");
    }
}
