package dev.natter.local.stack.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.local.stack.console.LaunchFailure;
import dev.natter.local.stack.secret.SecretStore;
import java.io.BufferedReader;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicePartsTest {
    private static final URI ADDRESS = URI.create("http://127.0.0.1:20001");

    @TempDir
    Path directory;

    @Test
    void aServiceThatKeepsEndingIsStartedLessAndLessOften() {
        var backoff = new Backoff();

        for (var seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            assertThat(backoff.after(Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(seconds));
        }
        assertThat(backoff.after(Duration.ofMinutes(5))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aBrokersUrlIsTakenApart() {
        assertThat(RabbitAddress.of(URI.create("amqp://natter:s%2Fcret@broker:5673/")))
                .isEqualTo(new RabbitAddress("broker", 5673, "natter", "s/cret", "/", false));
        assertThat(RabbitAddress.of(URI.create("amqps://natter:a:b@broker/%2Fnatter")))
                .isEqualTo(new RabbitAddress("broker", 5671, "natter", "a:b", "/natter", true));
        assertThat(RabbitAddress.of(URI.create("amqp://natter:secret@broker/natter")))
                .isEqualTo(new RabbitAddress("broker", 5672, "natter", "secret", "natter", false))
                .asString()
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a:b@broker", "amqp://broker", "amqp://natter@broker", "amqp:natter"})
    void whatIsNoBrokersUrlIsRefused(String url) {
        assertThatThrownBy(() -> RabbitAddress.of(URI.create(url)))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("NATTER_RABBITMQ_URL");
    }

    @Test
    void eachServiceGetsItsVariablesAndNoSecretsOfOthers() {
        var environment = environment(Map.of());

        var user = environment.of(ServiceKind.USER, ADDRESS);
        var chat = environment.of(ServiceKind.CHAT, ADDRESS);
        var mail = environment.of(ServiceKind.MAIL, ADDRESS);

        assertThat(user)
                .containsEntry("NATTER_HTTP_HOST", "127.0.0.1")
                .containsEntry("NATTER_HTTP_PORT", "20001")
                .containsEntry("NATTER_PUBLIC_ORIGIN", "http://localhost:8080")
                .containsEntry("NATTER_TRUSTED_PROXIES", "127.0.0.1")
                .containsEntry("NATTER_OTP_NETWORK_HOURLY_LIMIT", "10000")
                .containsEntry("NATTER_S3_ENDPOINT", "http://127.0.0.1:9000")
                .containsKeys("NATTER_SIGNING_KEYS", "NATTER_OTP_PEPPER", "NATTER_INTERNAL_TOKEN");
        assertThat(chat)
                .containsEntry("NATTER_USER_URL", "http://127.0.0.1:20002")
                .containsEntry("NATTER_S3_ENDPOINT", "http://127.0.0.1:9000")
                .containsEntry("NATTER_S3_ACCESS_KEY", "key")
                .containsEntry("NATTER_S3_SECRET_KEY", "secret")
                .doesNotContainKeys("NATTER_SIGNING_KEYS", "NATTER_OTP_PEPPER", "NATTER_SMTP_HOST");
        assertThat(mail)
                .containsEntry("NATTER_SMTP_PORT", "25")
                .containsEntry("NATTER_SMTP_STARTTLS", "DISABLED")
                .containsEntry("NATTER_RABBITMQ_VIRTUAL_HOST", "/")
                .doesNotContainKeys("NATTER_SIGNING_KEYS", "NATTER_INTERNAL_TOKEN", "NATTER_MONGODB_URL");
    }

    @Test
    void limitsCanBeSetFromOutside() {
        var environment = environment(Map.of("NATTER_OTP_NETWORK_HOURLY_LIMIT", "100"));

        assertThat(environment.of(ServiceKind.USER, ADDRESS)).containsEntry("NATTER_OTP_NETWORK_HOURLY_LIMIT", "100");
    }

    @Test
    void aLogBeginsAnewAndItsForerunnersGoAfterTheSecond() throws Exception {
        for (var start = 1; start <= 4; start++) {
            var log = new LogFile(directory.resolve("user.log"));
            log.follow(new BufferedReader(new StringReader("start " + start + "\n")));
            var line = "start " + start;
            Awaitility.await().untilAsserted(() -> assertThat(log.tail()).containsExactly(line));
        }

        Awaitility.await()
                .untilAsserted(() -> assertThat(directory.resolve("user.log")).hasContent("start 4"));
        assertThat(directory.resolve("user.log.1")).hasContent("start 3");
        assertThat(directory.resolve("user.log.2")).hasContent("start 2");
        assertThat(directory.resolve("user.log.3")).doesNotExist();
    }

    @Test
    void aLogThatIsFullBeginsAnew() throws Exception {
        var log = new LogFile(directory.resolve("chat.log"));
        var line = "x".repeat(999_999) + "\n";

        log.follow(new BufferedReader(new StringReader(line.repeat(25) + "end\n")));

        Awaitility.await().untilAsserted(() -> assertThat(log.tail()).contains("end"));
        try (var files = Files.list(directory)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(35_000_000);
        }
        assertThat(directory.resolve("chat.log.1")).exists();
    }

    @Test
    void portsAreGivenOnce() {
        // The same numbers are drawn twice.
        var ports = new FreePorts(new Random(7) {
            private static final long serialVersionUID = 1;
            private int draws;

            @Override
            public int nextInt(int origin, int bound) {
                return origin + 1_000 + draws++ / 2;
            }
        });

        assertThat(ports.next()).isNotEqualTo(ports.next());
    }

    @Test
    void namesAServiceThatIsNotBuilt() {
        assertThatThrownBy(() -> new Program(directory, false, null).command(ServiceKind.MAIL, "-Dmark"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("the mail service is not built");
    }

    @Test
    void nativeExecutablesGoFirstWhereTheyAreWantedAndBuilt() throws Exception {
        var target = Files.createDirectories(directory.resolve("services/mail/target"));
        var runner = Files.createFile(target.resolve("natter-mail-0.1.0-SNAPSHOT-runner"));
        assertThat(runner.toFile().setExecutable(true)).isTrue();

        assertThat(new Program(directory, true, null).command(ServiceKind.MAIL, "-Dmark"))
                .containsExactly(runner.toString(), "-Dmark");
        assertThat(new Program(directory, false, null).isNative(ServiceKind.MAIL))
                .isFalse();
    }

    @Test
    void javaOptionsCanBeReplaced() throws Exception {
        var app = Files.createDirectories(directory.resolve("services/chat/target/quarkus-app"));
        Files.createFile(app.resolve("quarkus-run.jar"));

        assertThat(new Program(directory, false, "-Xmx1g  -Dx=y").command(ServiceKind.CHAT, "-Dmark"))
                .containsSubsequence("-Xmx1g", "-Dx=y", "-Dmark", "-jar")
                .doesNotContain("-Xmx256m");
        assertThat(new Program(directory, false, null).command(ServiceKind.CHAT, "-Dmark"))
                .contains("-Xmx256m");
    }

    @Test
    void whatWorksForEveryMessageHasBothCompilersAndTheOthersStartQuickly() throws Exception {
        for (var service : ServiceKind.values()) {
            var app = directory.resolve("services/" + service.label() + "/target/quarkus-app");
            Files.createFile(Files.createDirectories(app).resolve("quarkus-run.jar"));
        }
        var program = new Program(directory, false, null);

        assertThat(program.command(ServiceKind.CHAT, "-Dmark")).doesNotContain("-XX:TieredStopAtLevel=1");
        assertThat(program.command(ServiceKind.USER, "-Dmark")).contains("-XX:TieredStopAtLevel=1");
        assertThat(program.command(ServiceKind.MAIL, "-Dmark")).contains("-XX:TieredStopAtLevel=1");
    }

    private Environment environment(Map<String, String> inherited) {
        var secrets = new SecretStore(directory.resolve("secrets.json")).load();
        return new Environment(
                inherited,
                secrets,
                new Environment.Wiring(
                        URI.create("http://localhost:8080"),
                        URI.create("http://127.0.0.1:20002"),
                        URI.create("mongodb://127.0.0.1:27017"),
                        URI.create("redis://127.0.0.1:6379"),
                        RabbitAddress.of(URI.create("amqp://natter:secret@127.0.0.1:5672/")),
                        URI.create("smtp://127.0.0.1:25"),
                        URI.create("http://key:secret@127.0.0.1:9000")));
    }
}
