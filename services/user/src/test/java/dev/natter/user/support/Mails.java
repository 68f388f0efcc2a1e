package dev.natter.user.support;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Takes the mails out of their queue, as the mail service would. Declares nothing: that is the publisher's to do. */
public final class Mails {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Mail> TAKEN = new ArrayList<>();

    private Mails() {}

    /** A message as it was in the queue. */
    public record Mail(JsonNode body, String contentType, Integer deliveryMode, Map<String, Object> headers) {
        /** The code in the mail: its line of six digits. */
        public String code() {
            return body.get("body")
                    .asText()
                    .lines()
                    .filter(line -> line.matches("[0-9]{6}"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A connection to the broker that no outage cuts. */
    public static com.rabbitmq.client.Connection connection() {
        var config = ConfigProvider.getConfig();
        var factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(config.getValue("test.rabbitmq.port", Integer.class));
        factory.setUsername(config.getValue("NATTER_RABBITMQ_USERNAME", String.class));
        factory.setPassword(config.getValue("NATTER_RABBITMQ_PASSWORD", String.class));
        factory.setVirtualHost(config.getValue("NATTER_RABBITMQ_VIRTUAL_HOST", String.class));
        try {
            return factory.newConnection();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The last mail to an address. */
    public static Mail lastTo(String address) {
        return await().until(() -> allTo(address), mails -> !mails.isEmpty())
                .get(allTo(address).size() - 1);
    }

    /** All mails to an address, the oldest first. */
    public static synchronized List<Mail> allTo(String address) {
        try (var connection = connection();
                var channel = connection.createChannel()) {
            for (var got = take(channel); got.isPresent(); got = take(channel)) {
                TAKEN.add(mail(got.get()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
        return TAKEN.stream()
                .filter(mail -> mail.body().get("to").asText().equals(address))
                .toList();
    }

    private static Optional<GetResponse> take(Channel channel) throws IOException {
        return Optional.ofNullable(channel.basicGet("otp-mail", true));
    }

    private static Mail mail(GetResponse got) throws IOException {
        var properties = got.getProps();
        return new Mail(
                JSON.readTree(got.getBody()),
                properties.getContentType(),
                properties.getDeliveryMode(),
                properties.getHeaders());
    }
}
