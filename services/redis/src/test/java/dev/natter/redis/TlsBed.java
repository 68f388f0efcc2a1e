package dev.natter.redis;

import dev.natter.testing.BackingServers;
import dev.natter.testing.TestCertificate;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;

/** Redis behind TLS, and a platform that trusts two certificates: the one for this host, and one for another. */
public class TlsBed implements QuarkusTestResourceLifecycleManager {

    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

    static TlsDoor door;
    static TestCertificate ours;
    static TestCertificate anothers;
    static TestCertificate untrusted;

    private final BackingServers servers = new BackingServers();

    @Override
    public Map<String, String> start() {
        try {
            ours = TestCertificate.make(Files.createTempDirectory("natter-ours"), "ip:127.0.0.1");
            anothers = TestCertificate.make(Files.createTempDirectory("natter-anothers"), "dns:elsewhere.example");
            untrusted = TestCertificate.make(Files.createTempDirectory("natter-untrusted"), "ip:127.0.0.1");
            System.setProperty(TRUST_STORE, trusting(List.of(ours.pem(), anothers.pem())));
            System.setProperty(TRUST_STORE_PASSWORD, "natter");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        servers.init(Map.of("servers", "redis"));
        door = new TlsDoor(URI.create(servers.start().get("NATTER_REDIS_URL")), ours);
        return Map.of("NATTER_REDIS_URL", "rediss://127.0.0.1:" + door.port());
    }

    private static String trusting(List<Path> certificates) throws IOException {
        var file = Files.createTempFile("natter-trusted", ".p12");
        try (var out = Files.newOutputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (var certificate : certificates) {
                try (InputStream in = Files.newInputStream(certificate)) {
                    store.setCertificateEntry(
                            certificate.toString(),
                            CertificateFactory.getInstance("X.509").generateCertificate(in));
                }
            }
            store.store(out, "natter".toCharArray());
        } catch (GeneralSecurityException failure) {
            throw new AssertionError(failure);
        }
        return file.toString();
    }

    @Override
    public void stop() {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE_PASSWORD);
        door.close();
        servers.stop();
    }
}
