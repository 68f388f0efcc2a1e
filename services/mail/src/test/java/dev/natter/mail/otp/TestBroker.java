package dev.natter.mail.otp;

import static dev.natter.events.Topology.NOTIFICATIONS;
import static dev.natter.events.Topology.NOTIFICATIONS_DEAD;
import static dev.natter.events.Topology.NOTIFICATIONS_DLX;
import static dev.natter.events.Topology.OTP_MAIL;
import static dev.natter.events.Topology.OTP_MAIL_DEAD;
import static dev.natter.events.Topology.OTP_MAIL_DLX;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.natter.events.Headers;
import dev.natter.events.OtpMail;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The broker as the user service and an operator see it; knows the environment names of the service under test. */
public final class TestBroker implements AutoCloseable {

    private final Connection connection;
    private final Channel channel;

    public TestBroker(Map<String, String> environment) {
        try {
            var factory = new ConnectionFactory();
            factory.setHost(environment.get("NATTER_RABBITMQ_HOST"));
            factory.setPort(Integer.parseInt(environment.get("NATTER_RABBITMQ_PORT")));
            factory.setUsername(environment.get("NATTER_RABBITMQ_USERNAME"));
            factory.setPassword(environment.get("NATTER_RABBITMQ_PASSWORD"));
            factory.setVirtualHost(environment.getOrDefault("NATTER_RABBITMQ_VIRTUAL_HOST", "/"));
            connection = factory.newConnection();
            channel = connection.createChannel();
            channel.confirmSelect();
            declare();
        } catch (IOException | TimeoutException failure) {
            throw new AssertionError(failure);
        }
    }

    /** As the user service does before it publishes. */
    public synchronized void declare() throws IOException {
        declare(OTP_MAIL, OTP_MAIL_DLX, OTP_MAIL_DEAD);
        declare(NOTIFICATIONS, NOTIFICATIONS_DLX, NOTIFICATIONS_DEAD);
    }

    private void declare(String queue, String dlx, String dead) throws IOException {
        channel.exchangeDeclare(queue, BuiltinExchangeType.DIRECT, true);
        channel.queueDeclare(
                queue,
                true,
                false,
                false,
                Map.of(
                        "x-queue-type", "quorum",
                        "x-dead-letter-exchange", dlx,
                        "x-dead-letter-routing-key", queue));
        channel.queueBind(queue, queue, queue);
        channel.exchangeDeclare(dlx, BuiltinExchangeType.DIRECT, true);
        channel.queueDeclare(dead, true, false, false, Map.of("x-queue-type", "quorum"));
        channel.queueBind(dead, dlx, queue);
    }

    public void publish(OtpMail mail) {
        publish(Mails.json(mail).getBytes(UTF_8));
    }

    public void publish(byte[]... payloads) {
        publishTo(OTP_MAIL, payloads);
    }

    public synchronized void publishTo(String queue, byte[]... payloads) {
        var properties = new BasicProperties.Builder()
                .contentType("application/json")
                .deliveryMode(2)
                .headers(Map.of(Headers.REQUEST_ID, "request-1"))
                .build();
        try {
            for (var payload : payloads) {
                channel.basicPublish(queue, queue, properties, payload);
            }
            channel.waitForConfirmsOrDie(10_000);
        } catch (IOException | InterruptedException | TimeoutException failure) {
            throw new AssertionError(failure);
        }
    }

    /** How many messages wait for a worker. */
    public synchronized long waiting() {
        return count(OTP_MAIL);
    }

    public long parked() {
        return count(OTP_MAIL_DEAD);
    }

    /** Takes everything that is parked. */
    public synchronized List<String> takeParked() {
        return Stream.generate(() -> take(OTP_MAIL_DEAD))
                .takeWhile(payload -> !payload.isEmpty())
                .toList();
    }

    public synchronized void deleteQueue() throws IOException {
        channel.queueDelete(OTP_MAIL);
    }

    public synchronized void purge() throws IOException {
        channel.queuePurge(OTP_MAIL);
        channel.queuePurge(OTP_MAIL_DEAD);
        channel.queuePurge(NOTIFICATIONS);
        channel.queuePurge(NOTIFICATIONS_DEAD);
    }

    public synchronized long count(String queue) {
        try {
            return channel.queueDeclarePassive(queue).getMessageCount();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** A queue of the test's own that takes what is published on a direct exchange with its name as the routing key. */
    public synchronized String tap(String exchange) throws IOException {
        channel.exchangeDeclare(exchange, BuiltinExchangeType.DIRECT, true);
        var queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, exchange, exchange);
        return queue;
    }

    /** The next message of this queue; empty when there is none. */
    public synchronized String take(String queue) {
        try {
            var message = channel.basicGet(queue, true);
            return message == null ? "" : new String(message.getBody(), UTF_8);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
