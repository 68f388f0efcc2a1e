package dev.natter.load.people;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ConnectionFactory;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/** Creates load users: signs their tokens, and announces them to chat over the broker, as the user service does. */
public final class TestUsers {

    private static final String EXCHANGE = "user-events";
    private static final String REGISTERED = "user.registered";
    private static final int BATCH = 500;
    private static final long CONFIRM_MILLIS = 30_000;

    private final Signer signer;
    private final URI broker;
    private final Clock clock;

    public TestUsers(Signer signer, URI broker, Clock clock) {
        this.signer = signer;
        this.broker = broker;
        this.clock = clock;
    }

    /** New users without conversations; chat learns of them soon, see {@link #anonymous}. */
    public List<Person> register(int count) {
        var people = anonymous(count);
        var factory = new ConnectionFactory();
        try {
            factory.setUri(broker);
            try (var connection = factory.newConnection();
                    var channel = connection.createChannel()) {
                channel.confirmSelect();
                for (var at = 0; at < people.size(); at++) {
                    var event = registered(people.get(at)).encode().getBytes(StandardCharsets.UTF_8);
                    channel.basicPublish(EXCHANGE, REGISTERED, properties(), event);
                    if (at % BATCH == BATCH - 1) {
                        channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
                    }
                }
                channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
            }
        } catch (IOException | GeneralSecurityException | java.net.URISyntaxException | TimeoutException e) {
            throw new IllegalStateException("the broker does not take new people", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return people;
    }

    /** The same without a word to chat: enough to be connected, not to be written to. */
    public List<Person> anonymous(int count) {
        var people = new ArrayList<Person>(count);
        for (var number = 0; number < count; number++) {
            var id = UUID.randomUUID().toString();
            people.add(new Person(id, signer.token(id, UUID.randomUUID().toString())));
        }
        return people;
    }

    private JsonObject registered(Person person) {
        var now = clock.instant().toString();
        return new JsonObject()
                .put("type", REGISTERED)
                .put("eventId", UUID.randomUUID().toString())
                .put("occurredAt", now)
                .put("userId", person.id())
                .put("name", "load-" + person.id().substring(0, 8))
                .put("createdAt", now)
                .put("version", 1);
    }

    private static AMQP.BasicProperties properties() {
        return new AMQP.BasicProperties.Builder()
                .contentType("application/json")
                .deliveryMode(2)
                .build();
    }
}
