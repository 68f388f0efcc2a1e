package dev.natter.chat.profile;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.rabbitmq.RabbitMQOptions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which message an answer is about, when the connection to the broker is another one by then. */
@QuarkusTest
class BrokerClientEndpointTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final String queue = "test." + UUID.randomUUID();
    private final ConnectionFactory factory = new ConnectionFactory();

    @Inject
    Vertx vertx;

    private BrokerClient client;
    private Connection owner;

    /** A message that has come, and the channel the client takes it for. */
    private record Arrived(String text, long tag, Channel channel) {}

    @BeforeEach
    void connect() throws IOException, TimeoutException {
        client = new BrokerClient(vertx);
        var config = ConfigProvider.getConfig();
        factory.setHost(config.getValue("NATTER_RABBITMQ_HOST", String.class));
        factory.setPort(config.getValue("NATTER_RABBITMQ_PORT", Integer.class));
        factory.setUsername(config.getValue("NATTER_RABBITMQ_USERNAME", String.class));
        factory.setPassword(config.getValue("NATTER_RABBITMQ_PASSWORD", String.class));
        factory.setVirtualHost(config.getValue("NATTER_RABBITMQ_VIRTUAL_HOST", String.class));
        owner = factory.newConnection();
        owner.createChannel().queueDeclare(queue, true, false, false, null);
        factory.setMetricsCollector(
                client.customize("user-events", config, new RabbitMQOptions()).getMetricsCollector());
    }

    @AfterEach
    void disconnect() throws IOException {
        owner.createChannel().queueDelete(queue);
        owner.close();
    }

    @Test
    void whatIsAnsweredIsDone() throws Exception {
        publish("one");
        try (var connection = factory.newConnection()) {
            var one = consume(connection).poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            get(client.answer(one.channel(), one.tag(), true));
        }

        assertThat(owner.createChannel().basicGet(queue, true)).isNull();
    }

    @Test
    void anAnswerThatComesAfterItsConnectionIsAboutNothingElse() throws Exception {
        publish("one");
        Arrived before;
        try (var connection = factory.newConnection()) {
            before = consume(connection).poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        }
        try (var connection = factory.newConnection()) {
            var again = consume(connection).poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            assertThat(again.tag()).as("the same number, on another channel").isEqualTo(before.tag());

            get(client.answer(before.channel(), before.tag(), true));

            assertThat(again.channel()).isNotSameAs(before.channel());
            assertThat(again.channel().isOpen()).isTrue();
        }

        var still = owner.createChannel().basicGet(queue, true);
        assertThat(still.getBody()).asString(StandardCharsets.UTF_8).isEqualTo("one");
    }

    @Test
    void whatIsNotDoneComesAgain() throws Exception {
        publish("one");
        try (var connection = factory.newConnection()) {
            var arriving = consume(connection);
            var first = arriving.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);

            get(client.answer(first.channel(), first.tag(), false));

            assertThat(arriving.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS).text())
                    .isEqualTo("one");
        }
    }

    private void publish(String text) throws IOException {
        owner.createChannel().basicPublish("", queue, null, text.getBytes(StandardCharsets.UTF_8));
    }

    private BlockingQueue<Arrived> consume(Connection connection) throws IOException {
        var arriving = new LinkedBlockingQueue<Arrived>();
        var channel = connection.createChannel();
        channel.basicConsume(queue, false, new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(
                    String consumerTag,
                    Envelope envelope,
                    com.rabbitmq.client.AMQP.BasicProperties properties,
                    byte[] body) {
                var text = new String(body, StandardCharsets.UTF_8);
                arriving.add(new Arrived(text, envelope.getDeliveryTag(), client.consuming(consumerTag)));
            }
        });
        return arriving;
    }
}
