package dev.natter.chat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.natter.events.Topology;
import dev.natter.events.UserEvent.Settings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Publishes to {@code user-events}, as the user service does. */
public final class UserEventPublisher implements AutoCloseable {

    private final Connection connection;
    private long version = 1;

    public UserEventPublisher() {
        var config = ConfigProvider.getConfig();
        var factory = new ConnectionFactory();
        factory.setHost(config.getValue("NATTER_RABBITMQ_HOST", String.class));
        factory.setPort(config.getValue("NATTER_RABBITMQ_PORT", Integer.class));
        factory.setUsername(config.getValue("NATTER_RABBITMQ_USERNAME", String.class));
        factory.setPassword(config.getValue("NATTER_RABBITMQ_PASSWORD", String.class));
        factory.setVirtualHost(config.getValue("NATTER_RABBITMQ_VIRTUAL_HOST", String.class));
        try {
            connection = factory.newConnection();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The user has this text, these settings and blocks now. */
    public void changed(Caller user, String about, Settings settings, Caller... blocked) {
        publish(changed(user, about, settings, List.of(blocked)));
    }

    private static JsonObject changed(Caller user, String about, Settings settings, List<Caller> blocked) {
        return new JsonObject()
                .put("type", "user.changed")
                .put("userId", user.id())
                .put("name", UserServiceStub.nameOf(user.id()))
                .put("about", about)
                .put("settings", JsonObject.mapFrom(settings))
                .put("blocked", new JsonArray(blocked.stream().map(Caller::id).toList()));
    }

    /** The user has this photo, and has blocked these. */
    public void photographed(Caller user, String version, Caller... blocked) {
        publish(changed(user, null, Settings.DEFAULT, List.of(blocked)).put("avatar", version));
    }

    /** The user wants mails about missed messages at this address, and has blocked these; null for no mails. */
    public void wantsMissedMail(Caller user, String address, Caller... blocked) {
        var event = new JsonObject()
                .put("type", "user.changed")
                .put("userId", user.id())
                .put("name", UserServiceStub.nameOf(user.id()))
                .put("settings", JsonObject.mapFrom(new Settings(true, true, address == null ? "off" : "hourly")))
                .put(
                        "blocked",
                        new JsonArray(List.of(blocked).stream().map(Caller::id).toList()));
        publish(
                address == null
                        ? event
                        : event.put(
                                "missedMailTo",
                                new JsonObject()
                                        .put("address", address)
                                        .put("unsubscribeToken", "token-of-" + user.id())));
    }

    /** The user has blocked these, and no others. */
    public void blocks(Caller user, Caller... blocked) {
        changed(user, null, Settings.DEFAULT, blocked);
    }

    /** The account of this user was deleted. */
    public void deleted(Caller user) {
        publish(new JsonObject().put("type", "user.deleted").put("userId", user.id()));
    }

    private void publish(JsonObject event) {
        event.put("eventId", UUID.randomUUID().toString())
                .put("occurredAt", "2026-05-04T12:00:00.000Z")
                .put("createdAt", UserServiceStub.CREATED_AT)
                .put("version", ++version);
        var properties = new AMQP.BasicProperties.Builder()
                .contentType("application/json")
                .deliveryMode(2)
                .build();
        try (var channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish(
                    Topology.USER_EVENTS,
                    event.getString("type"),
                    properties,
                    event.toBuffer().getBytes());
            channel.waitForConfirms();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
