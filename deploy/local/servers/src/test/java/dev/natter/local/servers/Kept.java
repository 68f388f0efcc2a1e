package dev.natter.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.rabbitmq.client.MessageProperties;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bson.Document;

/** Something in each server that keeps anything; S3 has the bucket for it already. */
final class Kept {

    static final String BUCKET = "natter";

    private Kept() {}

    static void write(Map<String, URI> servers) throws Exception {
        assertThat(Clients.put(servers, BUCKET, "kept", "bytes").statusCode()).isEqualTo(200);
        Clients.redis(servers, "SET", "greeting", "hello");
        try (var connection = Clients.rabbit(servers);
                var channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish(
                    "", "otp-mail", MessageProperties.PERSISTENT_BASIC, "kept".getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(5_000);
        }
        try (var client = Clients.mongo(servers)) {
            var people = client.getDatabase("test").getCollection("people");
            people.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
            people.insertOne(new Document("email", "ann@example.org"));
        }
    }

    static void assertIsThere(Map<String, URI> servers) throws Exception {
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
        assertThat(Clients.get(servers, BUCKET, "kept").body()).isEqualTo("bytes");
    }
}
