package dev.natter.user.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Listens to user-events, as chat would, from when it is made until it is closed. */
public final class Events implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection = Mails.connection();
    private final Channel channel;
    private final String queue;
    private final List<JsonNode> heard = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    public Events() throws IOException {
        channel = connection.createChannel();
        queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, "user-events", "#");
    }

    /** What was heard of a user, the first first. */
    public List<JsonNode> of(String userId) throws IOException {
        for (var got = channel.basicGet(queue, true); got != null; got = channel.basicGet(queue, true)) {
            if (got.getEnvelope().getRoutingKey().equals("hello")) {
                continue;
            }
            var event = JSON.readTree(got.getBody());
            if (!event.get("type").asText().equals(got.getEnvelope().getRoutingKey())) {
                throw new IllegalStateException("routing key and type differ");
            }
            // At least once, says the contract: a repetition is known by its id.
            if (ids.add(event.get("eventId").asText())) {
                heard.add(event);
            }
        }
        return heard.stream()
                .filter(event -> event.get("userId").asText().equals(userId))
                .toList();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
