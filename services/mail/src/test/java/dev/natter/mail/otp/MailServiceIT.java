package dev.natter.mail.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.natter.events.OtpMail;
import dev.natter.testing.BackingServers;
import dev.natter.testing.smtp.ScriptedSmtp;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The packaged service: started, killed and stopped as it is in production. */
@Tag("servers")
class MailServiceIT {
    private static final BackingServers SERVERS = new BackingServers();
    private static final Map<String, String> ENVIRONMENT = new HashMap<>();

    private final ScriptedSmtp smtp = ScriptedSmtp.start();
    private TestBroker broker;
    private BrokerGate gate;

    @BeforeAll
    static void startServers() {
        SERVERS.init(Map.of("servers", "rabbitmq"));
        ENVIRONMENT.putAll(SERVERS.start());
    }

    @AfterAll
    static void stopServers() {
        SERVERS.stop();
    }

    @BeforeEach
    void connect() throws IOException {
        broker = new TestBroker(ENVIRONMENT);
        broker.purge();
        gate = BrokerGate.before(
                ENVIRONMENT.get("NATTER_RABBITMQ_HOST"), Integer.parseInt(ENVIRONMENT.get("NATTER_RABBITMQ_PORT")));
    }

    @AfterEach
    void disconnect() throws IOException {
        gate.close();
        smtp.close();
        broker.close();
    }

    @Test
    void whatAKilledWorkerHadInHandGoesToAnother() throws Exception {
        smtp.alwaysReply("dot ada@example.com", ScriptedSmtp.SILENCE);
        try (var doomed = MailProcess.start(environment())) {
            broker.publish(mail("ada@example.com"));
            eventually(() -> assertThat(smtp.underWay()).isEqualTo(1));
            try (var other = MailProcess.start(environment())) {
                assertThat(other.isAlive()).isTrue();
                smtp.reset();
                doomed.kill();

                eventually(() -> assertThat(smtp.mailsTo("ada@example.com")).hasSize(1));
            }
        }
    }

    @Test
    void aStoppingWorkerFinishesMailsInFlightAndLeavesTheRest() throws Exception {
        smtp.alwaysReply("RCPT waiting@example.com", "450 4.2.1 later");
        try (var worker = MailProcess.start(environment())) {
            broker.publish(mail("waiting@example.com"));
            eventually(() -> assertThat(worker.output()).anyMatch(line -> line.contains("deferred")));
            smtp.hold();
            broker.publish(mail("ada@example.com"));
            eventually(() -> assertThat(smtp.underWay()).isEqualTo(1));

            worker.terminate();
            eventually(() -> assertThat(worker.output()).anyMatch(line -> line.contains("left to the broker")));
            broker.publish(mail("too-late@example.com"));
            assertThat(worker.isAlive()).isTrue();
            smtp.letOn(1);

            assertThat(worker.exitStatus(20)).isZero();
            assertThat(worker.output())
                    .noneMatch(line -> line.contains("\"level\":\"ERROR\""))
                    .filteredOn(line -> line.contains("connected to the broker for otp-mail"))
                    .hasSize(1);
        }
        assertThat(smtp.mailsTo("ada@example.com")).hasSize(1);
        assertThat(smtp.mailsTo("too-late@example.com")).isEmpty();
        eventually(() -> assertThat(broker.waiting()).isEqualTo(2));
        assertThat(broker.parked()).isZero();
    }

    @Test
    void aStoppingWorkerDoesNotWaitForAServerThatHangs() throws Exception {
        smtp.alwaysReply("dot ada@example.com", ScriptedSmtp.SILENCE);
        var environment = environment();
        environment.put("NATTER_MAIL_DRAIN_TIMEOUT", "2s");
        try (var worker = MailProcess.start(environment)) {
            broker.publish(mail("ada@example.com"));
            eventually(() -> assertThat(smtp.underWay()).isEqualTo(1));

            worker.terminate();

            assertThat(worker.exitStatus(20)).isZero();
        }
        eventually(() -> assertThat(broker.waiting()).isEqualTo(1));
    }

    @Test
    void aWorkerMayBeThereBeforeTheBroker() throws Exception {
        try (var worker = MailProcess.begin(behindTheGate())) {
            worker.awaitHealth("live", 200);
            worker.awaitHealth("ready", 503);
            broker.publish(mail("ada@example.com"));

            gate.open();

            worker.awaitHealth("ready", 200);
            eventually(() -> assertThat(smtp.mailsTo("ada@example.com")).hasSize(1));
            gate.close();
            worker.terminate();
            assertThat(worker.exitStatus(20)).isZero();
        }
    }

    @Test
    void whatItLogsTellsTheMailAndTheRequestAndNothingOfTheirContent() throws Exception {
        smtp.reply("RCPT ada@example.com", "451 4.7.1 <ada@example.com> greylisted, 482913");
        var mail = mail("ada@example.com");
        try (var worker = MailProcess.start(environment())) {
            broker.publish(mail);
            eventually(() -> assertThat(worker.output()).anyMatch(line -> line.contains("sent")));

            assertThat(worker.output())
                    .filteredOn(line -> line.contains(mail.id()))
                    .map(JsonObject::new)
                    .hasSize(2)
                    .allSatisfy(line -> {
                        assertThat(line.getString("service")).isEqualTo("mail");
                        assertThat(line.getJsonObject("mdc").getString("requestId"))
                                .isEqualTo("request-1");
                        assertThat(line.getJsonObject("mdc").getString("mailId"))
                                .isEqualTo(mail.id());
                    });
            assertThat(String.join("\n", worker.output()))
                    .doesNotContain("ada@example.com")
                    .doesNotContain("482913")
                    .doesNotContain("Your code");
            assertThat(worker.get("/q/metrics"))
                    .contains("natter_mail_sent_total 1.0")
                    .contains("natter_mail_retried_total 1.0")
                    .contains("natter_mail_parked_total{reason=\"refused\"} 0.0")
                    .contains("natter_mail_held 0.0")
                    .contains("natter_mail_conversations 0.0");
            assertThat(worker.get("/q/openapi")).contains("openapi: 3.").contains("Natter mail service");
        }
    }

    @Test
    void withoutAVariableItDoesNotStartAndSaysWhichInOneLine() throws Exception {
        var environment = environment();
        environment.remove("NATTER_MAIL_FROM");
        environment.put("NATTER_SMTP_PORT", "smtp");
        try (var worker = MailProcess.begin(environment)) {
            assertThat(worker.exitStatus(20)).isNotZero();
            assertThat(worker.output())
                    .singleElement()
                    .asString()
                    .contains("NATTER_MAIL_FROM is missing")
                    .contains("NATTER_SMTP_PORT must be");
        }
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(ENVIRONMENT);
        environment.putAll(Map.of(
                "NATTER_SMTP_HOST", "127.0.0.1",
                "NATTER_SMTP_PORT", String.valueOf(smtp.port()),
                "NATTER_SMTP_STARTTLS", "DISABLED",
                "NATTER_MAIL_FROM", "natter@example.org"));
        return environment;
    }

    private Map<String, String> behindTheGate() {
        var environment = environment();
        environment.put("NATTER_RABBITMQ_HOST", "127.0.0.1");
        environment.put("NATTER_RABBITMQ_PORT", String.valueOf(gate.port()));
        return environment;
    }

    private static OtpMail mail(String to) {
        return new OtpMail(
                UUID.randomUUID().toString(),
                to,
                "482913 is your Natter code",
                "Your code is\n\n482913\n",
                Instant.now().plusSeconds(300));
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }
}
