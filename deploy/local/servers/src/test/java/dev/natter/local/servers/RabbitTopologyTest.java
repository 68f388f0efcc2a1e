package dev.natter.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The embedded broker behaves towards Natter's channels as RabbitMQ does. */
class RabbitTopologyTest {
    private static final Map<String, Object> AS_THE_SERVICES_DECLARE = Map.of(
            "x-queue-type", "quorum",
            "x-dead-letter-exchange", "otp-mail.dlx",
            "x-dead-letter-routing-key", "otp-mail",
            "x-message-ttl", 300_000);

    private static BackingServers servers;
    private static Connection connection;

    private Channel channel;

    @BeforeAll
    static void start() throws Exception {
        servers = BackingServers.start(ServerSettings.of(null, EnumSet.of(ServerKind.RABBITMQ)));
        connection = Clients.rabbit(servers.urls());
    }

    @AfterAll
    static void stop() throws Exception {
        connection.close();
        servers.close();
    }

    @BeforeEach
    void declareAsTheServicesDo() throws Exception {
        channel = connection.createChannel();
        channel.exchangeDeclare("otp-mail", BuiltinExchangeType.DIRECT, true);
        channel.queueDeclare("otp-mail", true, false, false, AS_THE_SERVICES_DECLARE);
        channel.queueBind("otp-mail", "otp-mail", "otp-mail");
        channel.exchangeDeclare("otp-mail.dlx", BuiltinExchangeType.DIRECT, true);
        channel.queueDeclare("otp-mail.dead", true, false, false, Map.of("x-queue-type", "quorum"));
        channel.queueBind("otp-mail.dead", "otp-mail.dlx", "otp-mail");
        channel.queuePurge("otp-mail");
        channel.queuePurge("otp-mail.dead");
        channel.confirmSelect();
    }

    @Test
    void aRejectedMessageLandsAmongTheDead() throws Exception {
        publish("rejected");

        channel.basicReject(take(channel, "otp-mail").getEnvelope().getDeliveryTag(), false);

        assertThat(take(channel, "otp-mail.dead").getBody()).asString().isEqualTo("rejected");
    }

    @Test
    void aNegativelyAcknowledgedMessageLandsAmongTheDead() throws Exception {
        publish("refused");

        channel.basicNack(take(channel, "otp-mail").getEnvelope().getDeliveryTag(), false, false);

        assertThat(take(channel, "otp-mail.dead").getBody()).asString().isEqualTo("refused");
    }

    @Test
    void aMessageWhoseWorkersKeepDyingStaysInTheQueue() throws Exception {
        publish("survivor");

        for (var worker = 0; worker < 5; worker++) {
            try (var doomed = Clients.rabbit(servers.urls())) {
                assertThat(take(doomed.createChannel(), "otp-mail").getBody())
                        .asString()
                        .isEqualTo("survivor");
            }
        }

        var last = take(channel, "otp-mail");
        assertThat(last.getBody()).asString().isEqualTo("survivor");
        channel.basicReject(last.getEnvelope().getDeliveryTag(), false);
        assertThat(take(channel, "otp-mail.dead").getBody()).asString().isEqualTo("survivor");
    }

    @Test
    void ofTheDeadTheLatestTenThousandAreKept() throws Exception {
        for (var number = 0; number < 10_010; number++) {
            channel.basicPublish(
                    "otp-mail.dlx", "otp-mail", null, Integer.toString(number).getBytes(StandardCharsets.UTF_8));
        }
        channel.waitForConfirmsOrDie(60_000);

        assertThat(channel.messageCount("otp-mail.dead")).isEqualTo(10_000);
        assertThat(take(channel, "otp-mail.dead").getBody()).asString().isEqualTo("10");
    }

    @Test
    void aRequeuedMessageComesAgain() throws Exception {
        publish("again");

        channel.basicNack(take(channel, "otp-mail").getEnvelope().getDeliveryTag(), false, true);

        assertThat(take(channel, "otp-mail").getBody()).asString().isEqualTo("again");
    }

    @Test
    void anUnroutableMandatoryMessageIsReturned() throws Exception {
        var returned = new CompletableFuture<String>();
        channel.addReturnListener(message -> returned.complete(message.getRoutingKey()));

        channel.basicPublish("otp-mail", "nowhere", true, new AMQP.BasicProperties(), new byte[0]);

        assertThat(returned.get(5, TimeUnit.SECONDS)).isEqualTo("nowhere");
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void everyReplicaHearsAFanout() throws Exception {
        channel.exchangeDeclare("presence-fanout", BuiltinExchangeType.FANOUT, true);
        var first = channel.queueDeclare("", false, true, true, null).getQueue();
        var second = channel.queueDeclare("", false, true, true, null).getQueue();
        channel.queueBind(first, "presence-fanout", "");
        channel.queueBind(second, "presence-fanout", "");

        channel.basicPublish("presence-fanout", "", null, "came".getBytes(StandardCharsets.UTF_8));
        channel.waitForConfirmsOrDie(5_000);

        assertThat(take(channel, first).getBody()).asString().isEqualTo("came");
        assertThat(take(channel, second).getBody()).asString().isEqualTo("came");
    }

    private void publish(String body) throws Exception {
        channel.basicPublish(
                "otp-mail",
                "otp-mail",
                new AMQP.BasicProperties.Builder().deliveryMode(2).build(),
                body.getBytes(StandardCharsets.UTF_8));
        channel.waitForConfirmsOrDie(5_000);
    }

    /** The next message, unacknowledged; the broker moves and requeues messages on threads of its own. */
    private static GetResponse take(Channel from, String queue) {
        return org.awaitility.Awaitility.await().until(() -> from.basicGet(queue, false), response -> response != null);
    }
}
