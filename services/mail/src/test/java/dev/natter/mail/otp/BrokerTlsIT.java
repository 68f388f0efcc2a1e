package dev.natter.mail.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.natter.testing.BackingServers;
import dev.natter.testing.TestCertificate;
import dev.natter.testing.TlsProxy;
import dev.natter.testing.TrustStore;
import dev.natter.testing.smtp.ScriptedSmtp;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** With TLS a worker talks to the broker that was named, and to no other. */
@DisabledIfSystemProperty(
        named = "natter.mail.native",
        matches = ".+",
        disabledReason = "an executable trusts what it was built to trust")
@Tag("tls")
class BrokerTlsIT {

    /** As often as it takes to know that it goes on refusing. */
    private static final int TIMES = 3;

    private final BackingServers servers = new BackingServers();
    private final ScriptedSmtp smtp = ScriptedSmtp.start();
    private Map<String, String> environment;

    @TempDir
    private Path ours;

    @TempDir
    private Path anothers;

    @TempDir
    private Path untrusted;

    @BeforeEach
    void startBroker() {
        servers.init(Map.of("servers", "rabbitmq"));
        environment = new HashMap<>(servers.start());
    }

    @AfterEach
    void stopBroker() throws Exception {
        smtp.close();
        servers.stop();
    }

    @Test
    void connectsOnlyToTheNamedBrokerWithATrustedCertificate() throws Exception {
        var named = TestCertificate.make(ours, "ip:127.0.0.1");
        var other = TestCertificate.make(anothers, "dns:elsewhere.example");
        var unknown = TestCertificate.make(untrusted, "ip:127.0.0.1");
        var broker = URI.create("amqp://%s:%s"
                .formatted(environment.get("NATTER_RABBITMQ_HOST"), environment.get("NATTER_RABBITMQ_PORT")));
        try (var proxy = new TlsProxy(broker, other);
                var worker = MailProcess.begin(through(proxy, TrustStore.of(named, other)))) {
            worker.awaitHealth("live", 200);
            awaitRefusals(proxy);
            worker.awaitHealth("ready", 503);

            proxy.change(named);
            worker.awaitHealth("ready", 200);

            proxy.change(unknown);
            awaitRefusals(proxy);
            worker.awaitHealth("ready", 503);
        }
    }

    private static void awaitRefusals(TlsProxy proxy) {
        var before = proxy.refused();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(proxy.refused()).isGreaterThanOrEqualTo(before + TIMES));
    }

    private Map<String, String> through(TlsProxy proxy, Path trusted) {
        var all = new HashMap<>(environment);
        all.putAll(Map.of(
                "JAVA_TOOL_OPTIONS",
                "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=%s"
                        .formatted(trusted, TrustStore.PASSWORD),
                "NATTER_RABBITMQ_HOST",
                "127.0.0.1",
                "NATTER_RABBITMQ_PORT",
                String.valueOf(proxy.port()),
                "NATTER_RABBITMQ_TLS",
                "true",
                "NATTER_SMTP_HOST",
                "127.0.0.1",
                "NATTER_SMTP_PORT",
                String.valueOf(smtp.port()),
                "NATTER_SMTP_STARTTLS",
                "DISABLED",
                "NATTER_MAIL_FROM",
                "natter@example.org"));
        return all;
    }
}
