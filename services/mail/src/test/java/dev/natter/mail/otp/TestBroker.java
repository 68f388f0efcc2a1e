package dev.natter.mail.otp;

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
        channel.exchangeDeclare(OTP_MAIL, BuiltinExchangeType.DIRECT, true);
        channel.queueDeclare(
                OTP_MAIL,
                true,
                false,
                false,
                Map.of(
                        "x-queue-type", "quorum",
                        "x-dead-letter-exchange", OTP_MAIL_DLX,
                        "x-dead-letter-routing-key", OTP_MAIL));
        channel.queueBind(OTP_MAIL, OTP_MAIL, OTP_MAIL);
        channel.exchangeDeclare(OTP_MAIL_DLX, BuiltinExchangeType.DIRECT, true);
        channel.queueDeclare(OTP_MAIL_DEAD, true, false, false, Map.of("x-queue-type", "quorum"));
        channel.queueBind(OTP_MAIL_DEAD, OTP_MAIL_DLX, OTP_MAIL);
    }

    public void publish(OtpMail mail) {
        publish(Mails.json(mail).getBytes(UTF_8));
    }

    public synchronized void publish(byte[]... payloads) {
        var properties = new BasicProperties.Builder()
                .contentType("application/json")
                .deliveryMode(2)
                .headers(Map.of(Headers.REQUEST_ID, "request-1"))
                .build();
        try {
            for (var payload : payloads) {
                channel.basicPublish(OTP_MAIL, OTP_MAIL, properties, payload);
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

    public synchronized long parked() {
        return count(OTP_MAIL_DEAD);
    }

    /** Takes everything that is parked. */
    public synchronized List<String> takeParked() {
        return Stream.generate(this::takeOneParked)
                .takeWhile(payload -> !payload.isEmpty())
                .toList();
    }

    private String takeOneParked() {
        try {
            var parked = channel.basicGet(OTP_MAIL_DEAD, true);
            return parked == null ? "" : new String(parked.getBody(), UTF_8);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    public synchronized void deleteQueue() throws IOException {
        channel.queueDelete(OTP_MAIL);
    }

    public synchronized void purge() throws IOException {
        channel.queuePurge(OTP_MAIL);
        channel.queuePurge(OTP_MAIL_DEAD);
    }

    private long count(String queue) {
        try {
            return channel.queueDeclarePassive(queue).getMessageCount();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
