package dev.natter.chat.missedmail;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import dev.natter.events.Topology;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Takes mails from the queue as the mail service does. */
final class TestMailQueue implements AutoCloseable {

    private final Connection connection;
    private final Channel channel;
    private final List<JsonObject> taken = new ArrayList<>();

    TestMailQueue() {
        var config = ConfigProvider.getConfig();
        var factory = new ConnectionFactory();
        factory.setHost(config.getValue("NATTER_RABBITMQ_HOST", String.class));
        factory.setPort(config.getValue("NATTER_RABBITMQ_PORT", Integer.class));
        factory.setUsername(config.getValue("NATTER_RABBITMQ_USERNAME", String.class));
        factory.setPassword(config.getValue("NATTER_RABBITMQ_PASSWORD", String.class));
        factory.setVirtualHost(config.getValue("NATTER_RABBITMQ_VIRTUAL_HOST", String.class));
        try {
            connection = factory.newConnection();
            channel = connection.createChannel();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** All mails to this address so far, the first first. What the broker has confirmed is among them. */
    List<JsonObject> to(String address) {
        try {
            GetResponse next;
            while ((next = channel.basicGet(Topology.NOTIFICATIONS, true)) != null) {
                taken.add(new JsonObject(new String(next.getBody(), StandardCharsets.UTF_8)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return taken.stream()
                .filter(mail -> address.equals(mail.getString("to")))
                .toList();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
