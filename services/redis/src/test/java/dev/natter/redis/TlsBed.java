package dev.natter.redis;

import dev.natter.testing.BackingServers;
import dev.natter.testing.TestCertificate;
import dev.natter.testing.TlsProxy;
import dev.natter.testing.TrustStore;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;

/** Redis behind TLS, and a platform that trusts two certificates: the one for this host, and one for another. */
public class TlsBed implements QuarkusTestResourceLifecycleManager {

    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

    static TlsProxy proxy;
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
            System.setProperty(TRUST_STORE, TrustStore.of(ours, anothers).toString());
            System.setProperty(TRUST_STORE_PASSWORD, TrustStore.PASSWORD);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        servers.init(Map.of("servers", "redis"));
        proxy = new TlsProxy(URI.create(servers.start().get("NATTER_REDIS_URL")), ours);
        return Map.of("NATTER_REDIS_URL", "rediss://127.0.0.1:" + proxy.port());
    }

    @Override
    public void stop() {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE_PASSWORD);
        proxy.close();
        servers.stop();
    }
}
