package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compose's web app before replicas of chat that come and go, by names of a DNS server, without a restart of nginx. */
class ReplicasTest {
    /** A name is resolved again every 2 s. */
    private static final Duration NOTICED = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final Map<String, HttpServer> replicas = new HashMap<>();
    private Dns dns;
    private WebServer web;
    private int port;

    @BeforeEach
    void start() throws IOException {
        var nginx = Tool.firstOf("to serve the web app with", List.of(List.of("nginx", "-v")));
        Assumptions.assumeTrue(
                resolves(nginx), "skipped: nginx is too old to resolve names again (1.27.3 does): see deploy/nginx");
        dns = Dns.start();
        port = WebServer.freePort();
        startReplica("127.0.0.2");
        startReplica("127.0.0.3");
        resolveTo("127.0.0.2", "127.0.0.3");
        dns.set("user", InetAddress.getByName("127.0.0.2"));
        web = WebServer.start(
                folder,
                Map.of(
                        "NATTER_WEB_RESOLVER", dns.address(),
                        "NATTER_CHAT_UPSTREAM", "chat:" + port,
                        "NATTER_USER_UPSTREAM", "user:" + port));
    }

    @AfterEach
    void stop() {
        if (web != null) {
            web.close();
            dns.close();
            replicas.values().forEach(replica -> replica.stop(0));
        }
    }

    @Test
    void bothReplicasAreAsked() {
        await().atMost(NOTICED).untilAsserted(() -> assertThat(asked(20)).containsExactly("127.0.0.2", "127.0.0.3"));
    }

    @Test
    void aReplicaThatComesBackElsewhereIsFoundAndNoRequestIsLost() throws IOException {
        await().atMost(NOTICED).untilAsserted(() -> assertThat(asked(20)).hasSize(2));

        replicas.remove("127.0.0.3").stop(0);
        // DNS still has the address, but no server listens there.
        assertThat(asked(20)).containsExactly("127.0.0.2");
        startReplica("127.0.0.4");
        resolveTo("127.0.0.2", "127.0.0.4");

        await().atMost(NOTICED).untilAsserted(() -> assertThat(asked(20)).containsExactly("127.0.0.2", "127.0.0.4"));
    }

    @Test
    void aThirdReplicaIsFound() throws IOException {
        startReplica("127.0.0.4");
        resolveTo("127.0.0.2", "127.0.0.3", "127.0.0.4");

        await().atMost(NOTICED).untilAsserted(() -> assertThat(asked(20)).hasSize(3));
    }

    @Test
    void aServiceThatIsRecreatedAsAWholeIsFound() throws IOException {
        replicas.values().forEach(replica -> replica.stop(0));
        assertThat(Exchange.of(web.port, "GET", "/api/v1/conversations").status())
                .isEqualTo(503);

        startReplica("127.0.0.5");
        resolveTo("127.0.0.5");

        await().atMost(NOTICED)
                .untilAsserted(() -> assertThat(Exchange.of(web.port, "GET", "/api/v1/conversations")
                                .one("X-Service"))
                        .isEqualTo("127.0.0.5"));
    }

    /** The replica that answers; fails when none does. */
    private Set<String> asked(int times) {
        var answered = new TreeSet<String>();
        for (var time = 0; time < times; time++) {
            var answer = Exchange.of(web.port, "GET", "/api/v1/conversations");
            assertThat(answer.status()).isEqualTo(200);
            answered.add(answer.one("X-Service"));
        }
        return answered;
    }

    private void startReplica(String address) throws IOException {
        replicas.put(address, WebServer.service(address, new InetSocketAddress(InetAddress.getByName(address), port)));
    }

    private void resolveTo(String... addresses) throws IOException {
        var all = new InetAddress[addresses.length];
        for (var at = 0; at < addresses.length; at++) {
            all[at] = InetAddress.getByName(addresses[at]);
        }
        dns.set("chat", all);
    }

    static boolean resolves(Tool nginx) {
        var version = nginx.run(Repository.ROOT, Map.of(), "-v").errors();
        var found = Pattern.compile("nginx/(\\d+)\\.(\\d+)\\.(\\d+)").matcher(version);
        assertThat(found.find()).as(version).isTrue();
        var number = Integer.parseInt(found.group(1)) * 1_000_000
                + Integer.parseInt(found.group(2)) * 1_000
                + Integer.parseInt(found.group(3));
        return number >= 1_027_003;
    }
}
