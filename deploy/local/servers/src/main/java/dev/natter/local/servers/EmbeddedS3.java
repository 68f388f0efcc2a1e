package dev.natter.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;

/** Amazon S3's API over a directory; buckets are its folders. */
final class EmbeddedS3 implements BackingServer {
    private final Path buckets;
    private final FilesystemNio2BlobStore store;
    private final S3Proxy proxy;
    private final Credentials credentials;

    private EmbeddedS3(Path buckets, FilesystemNio2BlobStore store, S3Proxy proxy, Credentials credentials) {
        this.buckets = buckets;
        this.store = store;
        this.proxy = proxy;
        this.credentials = credentials;
    }

    /**
     * Starts it.
     *
     * @param origin the one origin whose pages may use it, or null for all
     */
    static EmbeddedS3 start(Path dataDir, Credentials credentials, @Nullable URI origin) {
        try {
            var store =
                    new FilesystemNio2BlobStore(Files.createDirectories(dataDir).toString());
            var proxy = S3Proxy.builder()
                    .blobStore(store)
                    .endpoint(Loopback.url("http", null, 0, ""))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, credentials.username(), credentials.password())
                    .corsRules(cors(origin))
                    .ignoreUnknownHeaders(true)
                    .jettyMaxThreads(16)
                    .build();
            proxy.start();
            return new EmbeddedS3(dataDir, store, proxy, credentials);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server did not start", e);
        }
    }

    /** Origins are patterns to it. */
    private static CrossOriginResourceSharing cors(@Nullable URI origin) {
        return origin == null
                ? new CrossOriginResourceSharing()
                : new CrossOriginResourceSharing(
                        List.of(Pattern.quote(origin.toString())),
                        List.of("GET", "HEAD", "PUT"),
                        List.of("content-type"),
                        List.of("ETag"),
                        "false");
    }

    void createBucket(String name) {
        try {
            Files.createDirectories(buckets.resolve(name));
            // It lists a folder that everybody on the machine may read to everybody on the network.
            store.setContainerAccess(name, BucketCannedACL.PRIVATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI url() {
        return Loopback.url("http", credentials, proxy.getPort(), "");
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server did not stop", e);
        }
    }
}
