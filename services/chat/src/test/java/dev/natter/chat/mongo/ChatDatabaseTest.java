package dev.natter.chat.mongo;

import static dev.natter.chat.Unis.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.natter.testing.TestClock;
import dev.natter.web.ApiException;
import io.quarkus.mongodb.impl.ReactiveMongoClientImpl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class ChatDatabaseTest {

    @Test
    void failsWith503WithinTheTimeoutWithoutAServer() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        try (var client = MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress("127.0.0.1", port)))
                        .serverSelectionTimeout(200, TimeUnit.MILLISECONDS))
                .build())) {
            var database = new ChatDatabase(new ReactiveMongoClientImpl(client), "nowhere");

            var refusals = List.of(
                    failure(database.ready()),
                    failure(database.execute(
                            () -> database.collection("entries", Document.class).countDocuments())));

            assertThat(refusals)
                    .allSatisfy(refusal -> assertThat(refusal)
                            .asInstanceOf(type(ApiException.class))
                            .returns(503, ApiException::status)
                            .returns("store_unavailable", ApiException::code));
        }
    }

    @Test
    void makesIdsThatGoUpWithTimeAndAreNeverTheSame() {
        var clock = new TestClock();
        var ids = new Ids(clock);
        var first = ids.next();
        clock.advance(Duration.ofMillis(1));

        var second = ids.next();

        assertThat(first)
                .isLessThan(second)
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(second).isNotEqualTo(ids.next());
    }
}
