package dev.natter.testing;

import com.rabbitmq.client.ConnectionFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Real servers named by the environment: for tests only, and emptied before use. */
final class RealServers {

    static final String RABBITMQ = "NATTER_TEST_RABBITMQ_URL";
    static final String REDIS = "NATTER_TEST_REDIS_URL";
    static final String MONGODB = "NATTER_TEST_MONGODB_URL";

    private static final List<String> DURABLE_QUEUES = List.of(
            "otp-mail", "otp-mail.dead", "notifications", "notifications.dead", "chat.user-events", "chat.push-ended");
    private static final byte[] FLUSHALL = "*1\r\n$8\r\nFLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII);

    private RealServers() {}

    static void emptyRabbitMq(String url) {
        try {
            var factory = new ConnectionFactory();
            factory.setUri(url);
            try (var connection = factory.newConnection();
                    var channel = connection.createChannel()) {
                for (var queue : DURABLE_QUEUES) {
                    channel.queueDelete(queue);
                }
            }
        } catch (Exception failure) {
            throw new IllegalStateException("cannot empty RabbitMQ at " + RABBITMQ, failure);
        }
    }

    static void emptyRedis(String url) {
        var address = URI.create(url);
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(FLUSHALL);
            if (socket.getInputStream().read() != '+') {
                throw new IllegalStateException("Redis at " + REDIS + " refused FLUSHALL");
            }
        } catch (java.io.IOException failure) {
            throw new IllegalStateException("cannot empty Redis at " + REDIS, failure);
        }
    }
}
