package dev.natter.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.web.ApiException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** What becomes of requests when the S3 server is away, or takes them and never answers. */
class S3ObjectStoreTest {

    private static final Duration TIMEOUT = Duration.ofMillis(300);

    private static Stream<Function<S3ObjectStore, Uni<?>>> calls() {
        return Stream.of(
                store -> store.read("uploads/soup", 10),
                store -> store.write("images/soup/1", "image/png", List.of(ByteBuffer.allocate(10))),
                store -> store.delete("uploads/soup"),
                store -> store.deleteAll("images/soup/"),
                store -> store.deleteBefore("uploads/", Instant.EPOCH));
    }

    @Test
    void failsWith503WithinTheTimeoutWhenTheServerIsSilent() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var s3 = client(silent.getLocalPort())) {
            calls().forEach(call -> assertAway(call.apply(store(s3))));
        }
    }

    @Test
    void failsWith503WithoutAServer() throws IOException {
        int unusedPort;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unusedPort = closed.getLocalPort();
        }
        try (var s3 = client(unusedPort)) {
            calls().forEach(call -> assertAway(call.apply(store(s3))));
        }
    }

    private static void assertAway(Uni<?> call) {
        var failure = call.subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .awaitFailure()
                .getFailure();
        assertThat(failure)
                .asInstanceOf(type(ApiException.class))
                .returns(503, ApiException::status)
                .returns("images_unavailable", ApiException::code)
                .returns(Duration.ofSeconds(5), ApiException::retryAfter);
    }

    private static S3AsyncClient client(int port) {
        return S3AsyncClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build();
    }

    private static S3ObjectStore store(S3AsyncClient s3) {
        return new S3ObjectStore(s3, new Config());
    }

    private static final class Config implements S3Config {

        @Override
        public Optional<URI> endpoint() {
            return Optional.empty();
        }

        @Override
        public Optional<URI> publicEndpoint() {
            return Optional.empty();
        }

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public String bucket() {
            return "natter";
        }

        @Override
        public Optional<String> accessKey() {
            return Optional.empty();
        }

        @Override
        public Optional<String> secretKey() {
            return Optional.empty();
        }

        @Override
        public boolean pathStyle() {
            return true;
        }

        @Override
        public Duration timeout() {
            return TIMEOUT;
        }
    }
}
