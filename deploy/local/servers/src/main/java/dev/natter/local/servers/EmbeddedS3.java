package dev.natter.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** Amazon S3's API over a directory; buckets are its folders. */
final class EmbeddedS3 implements BackingServer {
    private final Path buckets;
    private final S3Proxy proxy;
    private final Credentials credentials;

    private EmbeddedS3(Path buckets, S3Proxy proxy, Credentials credentials) {
        this.buckets = buckets;
        this.proxy = proxy;
        this.credentials = credentials;
    }

    static EmbeddedS3 start(Path dataDir, Credentials credentials) {
        try {
            var proxy = S3Proxy.builder()
                    .blobStore(new FilesystemNio2BlobStore(
                            Files.createDirectories(dataDir).toString()))
                    .endpoint(Loopback.url("http", null, 0, ""))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, credentials.username(), credentials.password())
                    // Browsers put and get here from the web app's origin, whose port moves; what lets them is the
                    // signature in the URL, not where they come from.
                    .corsRules(new CrossOriginResourceSharing())
                    .ignoreUnknownHeaders(true)
                    .jettyMaxThreads(16)
                    .build();
            proxy.start();
            return new EmbeddedS3(dataDir, proxy, credentials);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server did not start", e);
        }
    }

    void createBucket(String name) {
        try {
            Files.createDirectories(buckets.resolve(name));
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
