package dev.natter.chat.socket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What a message costs the database, by the metric that operators see. */
@QuarkusTest
class CommandsPerMessageEndpointTest {

    private static final int PAIRS = 20;
    private static final int MESSAGES_OF_EACH = 20;

    @Test
    void isAtMostTwoCommandsHoweverSlowlyTheyCome() {
        Door.awaitReady();
        var conversations = new ArrayList<String>();
        var senders = new ArrayList<LiveClient>();
        var receivers = new ArrayList<LiveClient>();
        for (var pair = 0; pair < PAIRS; pair++) {
            var ada = Door.newId();
            var bob = Door.newId();
            conversations.add(Door.conversation(ada, bob));
            senders.add(Door.open(ada));
            receivers.add(Door.open(bob));
            // What is read once for each conversation is no cost of a message.
            senders.get(pair)
                    .sendMessage(conversations.get(pair), Door.newId(), "first")
                    .take("sent");
        }
        var before = commands();

        for (var number = 0; number < MESSAGES_OF_EACH; number++) {
            for (var pair = 0; pair < PAIRS; pair++) {
                senders.get(pair).sendMessage(conversations.get(pair), Door.newId(), "m" + number);
            }
            senders.forEach(sender -> sender.take("sent"));
        }

        assertThat(commands() - before).isLessThanOrEqualTo(2.0 * PAIRS * MESSAGES_OF_EACH);
        senders.forEach(LiveClient::close);
        receivers.forEach(LiveClient::close);
    }

    private static double commands() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("mongodb_driver_commands_seconds_count"))
                .filter(line ->
                        line.contains("collection=\"entries\"") || line.contains("collection=\"conversations\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
