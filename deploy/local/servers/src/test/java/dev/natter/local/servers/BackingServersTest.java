package dev.natter.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackingServersTest {
    @TempDir
    static Path buckets;

    private static BackingServers servers;

    @BeforeAll
    static void start() {
        servers = BackingServers.start(ServerSettings.all(null));
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void everyServerListensOnLoopback() {
        assertThat(servers.urls().keySet()).containsExactly("mongodb", "redis", "rabbitmq", "smtp", "s3");
        assertThat(servers.urls().values()).allSatisfy(url -> {
            assertThat(url.getHost()).isEqualTo("127.0.0.1");
            assertThat(url.getPort()).isPositive();
        });
    }

    @Test
    void mongoRefusesTheSecondOfTwoEqualUniqueKeys() {
        try (var client = Clients.mongo(servers.urls())) {
            var people = client.getDatabase("test").getCollection("people");
            people.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
            people.insertOne(new Document("email", "ann@example.org"));

            assertThatThrownBy(() -> people.insertOne(new Document("email", "ann@example.org")))
                    .isInstanceOf(MongoWriteException.class);
        }
    }

    @Test
    void redisRunsScripts() throws Exception {
        assertThat(Clients.redis(servers.urls(), "EVAL", "return redis.call('INCR', KEYS[1])", "1", "counter"))
                .isEqualTo(":1");
    }

    @Test
    void theBrokerKnowsOneUserOnly() throws Exception {
        var url = Clients.url(servers.urls(), ServerKind.RABBITMQ);
        var factory = new ConnectionFactory();
        factory.setHost(url.getHost());
        factory.setPort(url.getPort());
        factory.setUsername("natter");
        factory.setPassword("guess");

        assertThatThrownBy(factory::newConnection).isInstanceOf(PossibleAuthenticationFailureException.class);
    }

    @Test
    void smtpTakesMailForAnyone() throws Exception {
        Clients.mail(servers.urls(), "anyone@example.org", "Your code");

        assertThat(servers.mailbox().getReceivedMessages())
                .extracting(mail -> mail.getSubject())
                .contains("Your code");
    }

    @Test
    void s3TakesAndGivesObjectsByPresignedUrl() throws Exception {
        servers.createBucket("natter-test");

        assertThat(Clients.put(servers.urls(), "natter-test", "a/b", "bytes").statusCode())
                .isEqualTo(200);
        assertThat(Clients.get(servers.urls(), "natter-test", "a/b").body()).isEqualTo("bytes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/natter-test/a/b", "/natter-test", "/natter-test?list-type=2", "/natter-test?versions", "/"})
    void s3GivesNothingWithoutASignature(String address) throws Exception {
        servers.createBucket("natter-test");
        Clients.put(servers.urls(), "natter-test", "a/b", "bytes");
        var url = Clients.url(servers.urls(), ServerKind.S3);
        var plain = java.net.URI.create("http://" + url.getHost() + ":" + url.getPort() + address);

        assertThat(Clients.send(HttpRequest.newBuilder(plain)).statusCode()).isEqualTo(403);
    }

    @Test
    void s3AllowsCrossOriginRequestsOfTheConfiguredOriginOnly() throws Exception {
        var settings = new ServerSettings(
                null,
                EnumSet.of(ServerKind.S3),
                Credentials.random("natter"),
                Credentials.random("natter"),
                java.net.URI.create("http://localhost:8081"));
        try (var some = BackingServers.start(settings)) {
            some.createBucket("natter");

            assertThat(preflight(some, "http://localhost:8081")).isEqualTo("http://localhost:8081");
            assertThat(preflight(some, "http://localhost:8082")).isEmpty();
            assertThat(preflight(some, "http://localhost:80811")).isEmpty();
        }
    }

    private static String preflight(BackingServers some, String origin) throws Exception {
        var url = some.url(ServerKind.S3);
        var request = HttpRequest.newBuilder(
                        java.net.URI.create("http://" + url.getHost() + ":" + url.getPort() + "/natter/uploads/a"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "content-type");
        return Clients.send(request)
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse("");
    }

    @Test
    void startsOnlyWhatIsAskedFor() {
        try (var some = BackingServers.start(ServerSettings.of(null, EnumSet.of(ServerKind.S3)))) {
            assertThat(some.urls().keySet()).containsExactly("s3");
            assertThat(some.url(ServerKind.REDIS)).isNull();
        }
    }

    @Test
    void aServerThatCannotStartIsNamedAndTheOthersAreClosed(@TempDir Path data) throws Exception {
        // A file where the directory should be.
        Files.writeString(data.resolve("mongodb"), "in the way");

        assertThatThrownBy(() ->
                        BackingServers.start(ServerSettings.of(data, EnumSet.of(ServerKind.MONGODB, ServerKind.REDIS))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("mongodb did not start");
        assertThat(data.resolve("redis/redis.pid")).doesNotExist();
    }
}
