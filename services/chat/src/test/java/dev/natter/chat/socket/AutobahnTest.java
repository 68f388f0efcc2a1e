package dev.natter.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The Autobahn suite against chat's WebSocket stack. {@code deploy/autobahn} fetches the suite and says by
 * {@code natter.autobahn} where its jars are; {@link ProtocolEndpointTest} asks the same of the chat socket in every build.
 */
@QuarkusTest
@EnabledIfSystemProperty(
        named = "natter.autobahn",
        matches = ".+",
        disabledReason = "deploy/autobahn fetches the suite")
class AutobahnTest {

    private static final Logger LOG = Logger.getLogger(AutobahnTest.class);
    private static final int TIMEOUT_MINUTES = 10;
    /** Those of frames that are larger than chat takes (9) and of compression, which it does not offer, are left out. */
    private static final int CASES = 247;
    /** As the suite has it: right, or later noticed than could be, or with no right and wrong. */
    private static final List<String> FINE = List.of("OK", "NON-STRICT", "INFORMATIONAL");

    private final Path suite = Path.of(System.getProperty("natter.autobahn", ""));
    private final Path reports = suite.resolve("report");

    @Test
    void everyCaseIsAsTheProtocolHasIt() throws Exception {
        Door.awaitReady();

        run();

        var verdicts = new JsonObject(Files.readString(reports.resolve("index.json"))).getJsonObject("natter");
        assertThat(verdicts.size()).isEqualTo(CASES);
        LOG.info(verdicts.stream()
                .map(AutobahnTest::behavior)
                .collect(Collectors.groupingBy(verdict -> verdict, Collectors.counting())));
        assertThat(verdicts).allSatisfy(verdict -> {
            assertThat(behavior(verdict)).as(verdict.toString()).isIn(FINE);
            assertThat(((JsonObject) verdict.getValue()).getString("behaviorClose"))
                    .as(verdict.toString())
                    .isIn(FINE);
        });
    }

    private static String behavior(Map.Entry<String, Object> verdict) {
        return ((JsonObject) verdict.getValue()).getString("behavior");
    }

    private void run() throws Exception {
        var script =
                Path.of(AutobahnTest.class.getResource("/autobahn-suite.py").toURI());
        var output = suite.resolve("output.log");
        var client = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        suite + "/*",
                        "org.python.util.jython",
                        script.toString(),
                        Door.socket().resolve(EchoSocket.PATH).toString(),
                        TestTokens.accessToken(Door.newId()),
                        reports.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(client.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(client.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            client.destroyForcibly();
        }
    }
}
