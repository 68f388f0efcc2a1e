package dev.natter.faults.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import dev.natter.local.servers.ServerKind;
import dev.natter.local.stack.secret.SecretStore;
import dev.natter.local.stack.service.Environment;
import dev.natter.local.stack.service.RabbitAddress;
import dev.natter.local.stack.service.ServiceKind;
import dev.natter.testing.smtp.ScriptedSmtp;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The accounts of {@code rabbitmq-accounts.sh} on a real broker: each service starts, declares and consumes with its own,
 * and none can do what is another's. Skipped without Debian's RabbitMQ.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("tls")
class BrokerAccountsIT {

    private static final Path BROKER = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");

    private final Map<ServerKind, Server> servers = new EnumMap<>(ServerKind.class);
    private final List<Replica> replicas = new ArrayList<>();
    private final ScriptedSmtp smtp = ScriptedSmtp.start();

    @BeforeAll
    void everyServiceIsReadyWithItsOwnAccount(@TempDir Path folder) throws IOException {
        Assumptions.assumeTrue(Files.exists(BROKER), "skipped: install Debian's package rabbitmq-server");
        var work = Files.createDirectories(Cluster.sources().resolve("deploy/faults/target/faults"));
        var make = new Servers(Cluster.sources(), work);
        List.of(ServerKind.MONGODB, ServerKind.REDIS, ServerKind.S3)
                .forEach(kind -> servers.put(kind, make.embedded(kind, false)));
        servers.put(ServerKind.RABBITMQ, make.realRabbitMq(folder.resolve("rabbitmq")));
        var secrets = new SecretStore(folder.resolve("secrets.json")).load();
        var urls = new EnumMap<ServiceKind, URI>(ServiceKind.class);
        for (var kind : ServiceKind.values()) {
            urls.put(kind, URI.create("http://127.0.0.1:" + Ports.free()));
        }
        urls.forEach((kind, url) -> replicas.add(new Replica(
                kind,
                url,
                new Environment(Map.of(), secrets, wiring(kind, urls.get(ServiceKind.USER))).of(kind, url),
                Map.of(),
                work.resolve("accounts-" + kind.label() + ".log").toFile(),
                Replica.jarOf(kind, Cluster.sources()))));
        replicas.forEach(Replica::start);
        replicas.forEach(Replica::awaitReady);
    }

    @AfterAll
    void stop() throws IOException {
        replicas.stream().filter(Replica::isAlive).forEach(Replica::kill);
        servers.values().forEach(Server::close);
        smtp.close();
    }

    private Environment.Wiring wiring(ServiceKind kind, URI user) {
        return new Environment.Wiring(
                URI.create("http://localhost"),
                user,
                servers.get(ServerKind.MONGODB).url(),
                servers.get(ServerKind.REDIS).url(),
                RabbitAddress.of(broker(kind.label())),
                URI.create("smtp://127.0.0.1:" + smtp.port()),
                servers.get(ServerKind.S3).url());
    }

    private URI broker(String account) {
        return Servers.accountOf(account, servers.get(ServerKind.RABBITMQ).url());
    }

    @ParameterizedTest
    @CsvSource({
        "mail, user-events",
        "user, notifications",
        "user, push-ended",
        "mail, chat-delivery",
        "mail, presence-fanout",
        "chat, user-events",
        "chat, otp-mail",
        "chat, otp-mail.dlx",
        "user, chat-delivery",
        "user, presence-fanout",
        "scaler, otp-mail",
        "scaler, user-events"
    })
    void anAccountMayNotPublishToAnothersExchange(String account, String exchange) {
        isRefused(account, channel -> {
            channel.confirmSelect();
            channel.basicPublish(exchange, "user.changed", null, new byte[0]);
            channel.waitForConfirms(5_000);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "mail, chat.user-events",
        "mail, otp-mail.dead",
        "mail, notifications.dead",
        "mail, chat.push-ended",
        "user, notifications",
        "chat, notifications.dead",
        "chat, otp-mail",
        "chat, otp-mail.dead",
        "user, chat.user-events",
        "user, otp-mail.dead",
        "scaler, chat.user-events",
        "scaler, otp-mail.dead"
    })
    void anAccountMayNotReadAnothersQueue(String account, String queue) {
        isRefused(account, channel -> channel.basicConsume(queue, false, new DefaultConsumer(channel)));
    }

    @ParameterizedTest
    @CsvSource({"mail, user-events", "user, chat-delivery", "chat, otp-mail", "scaler, user-events"})
    void anAccountMayNotBindItsOwnQueueToAnothersExchange(String account, String exchange) {
        isRefused(account, channel -> {
            var own = channel.queueDeclare().getQueue();
            channel.queueBind(own, exchange, "#");
        });
    }

    @ParameterizedTest
    @CsvSource({"mail, chat.user-events", "user, chat.user-events", "chat, otp-mail", "scaler, otp-mail"})
    void anAccountMayNotDeleteAnothersQueue(String account, String queue) {
        isRefused(account, channel -> channel.queueDelete(queue));
    }

    @Test
    void noAccountUsesTheDefaultExchangeOrDeclaresExchanges() {
        for (var account : List.of("user", "chat", "mail", "scaler")) {
            isRefused(account, channel -> {
                channel.confirmSelect();
                channel.basicPublish("", "chat.user-events", null, new byte[0]);
                channel.waitForConfirms(5_000);
            });
            isRefused(account, channel -> channel.exchangeDeclare("another", BuiltinExchangeType.FANOUT));
        }
    }

    @Test
    void theScalerSeesHowLongTheQueueOfMailsIs() throws Exception {
        try (var connection = connect("scaler");
                var channel = connection.createChannel()) {
            assertThat(channel.queueDeclarePassive("otp-mail").getMessageCount())
                    .isZero();
        }
    }

    private interface Attempt {
        void on(Channel channel) throws Exception;
    }

    private void isRefused(String account, Attempt attempt) {
        assertThatThrownBy(() -> {
                    try (var connection = connect(account)) {
                        attempt.on(connection.createChannel());
                    }
                })
                .as(account)
                .satisfies(failure ->
                        assertThat(failure + " " + failure.getCause()).contains("ACCESS_REFUSED"));
    }

    private Connection connect(String account) throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(broker(account));
        factory.setVirtualHost("/");
        return factory.newConnection();
    }
}
