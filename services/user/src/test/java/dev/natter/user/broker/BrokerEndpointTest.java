package dev.natter.user.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import dev.natter.user.support.Mails;
import dev.natter.user.support.Outages;
import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** No mail service runs here, and none ever did: what is in the queue is there because the publisher saw to it. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class BrokerEndpointTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void aMailIsInTheQueueOfAFreshBroker() {
        var ada = Person.stranger();

        ada.challenge();

        assertThat(Mails.allTo(ada.email())).hasSize(1);
    }

    @Test
    void theTopologyIsDeclaredAgainOnABrokerThatLostIt() throws IOException, TimeoutException {
        var ada = Person.stranger();
        try (var connection = Mails.connection();
                var channel = connection.createChannel()) {
            try (var outage = Outages.of("rabbitmq")) {
                forget(channel);
            }
        }

        await().atMost(SOON).untilAsserted(() -> ada.requestsOtp().then().statusCode(202));

        assertThat(Mails.allTo(ada.email())).hasSize(1);
    }

    @Test
    void whatIsDeletedUnderOurFeetIsDeclaredAgain() throws IOException, TimeoutException {
        var ada = Person.stranger();
        try (var connection = Mails.connection();
                var channel = connection.createChannel()) {
            forget(channel);
        }

        await().atMost(SOON).untilAsserted(() -> ada.requestsOtp().then().statusCode(202));

        assertThat(Mails.allTo(ada.email())).hasSize(1);
    }

    private static void forget(Channel channel) throws IOException {
        channel.queueDelete("otp-mail");
        channel.exchangeDelete("otp-mail");
    }

    @Test
    void aMailThatWasRefusedIsNotSentWhenTheBrokerIsBack() {
        var ada = Person.stranger();
        try (var outage = Outages.of("rabbitmq")) {
            ada.requestsOtp().then().statusCode(503);
            ada.requestsOtp().then().statusCode(503);
        }

        await().atMost(SOON).untilAsserted(() -> ada.requestsOtp().then().statusCode(202));

        assertThat(Mails.allTo(ada.email())).hasSize(1);
    }
}
