package dev.natter.chat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.MetricsCollector;
import com.rabbitmq.client.ShutdownListener;
import com.rabbitmq.client.ShutdownSignalException;
import dev.natter.chat.delivery.PeerSender.BrokerState;
import io.vertx.rabbitmq.RabbitMQOptions;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the broker's client tells, and what it does not. */
class BrokerConnectionMonitorTest {

    private final List<BrokerState> events = new ArrayList<>();
    private final BrokerConnectionMonitor link = new BrokerConnectionMonitor(new RecordedEvents(events));
    private final Map<String, MetricsCollector> collectors = new HashMap<>();
    private final FakeChannel fanout = new FakeChannel();
    private final FakeChannel delivery = new FakeChannel();

    @BeforeEach
    void establish() {
        consume(BrokerConnectionMonitor.FANOUT_IN, fanout);
        consume(BrokerConnectionMonitor.DELIVERY_IN, delivery);
        link.settle();
        link.settle();
    }

    @Test
    void aLinkIsUpWhenAllOfItIsOpen() {
        assertThat(link.isUp()).isTrue();
    }

    @Test
    void aConnectionThatBreaksIsALinkThatIsLostAtOnce() {
        delivery.breaks();

        assertThat(link.isUp()).isFalse();
        assertThat(events).last().isEqualTo(BrokerState.LOST);
    }

    @Test
    void theEndOfAnOldChannelDoesNotEndTheLinkOfItsSuccessor() {
        var next = new FakeChannel();
        consume(BrokerConnectionMonitor.DELIVERY_IN, next);
        link.settle();
        link.settle();

        delivery.breaks();

        assertThat(link.isUp()).isTrue();
    }

    private void consume(String channel, FakeChannel fake) {
        collector(channel).basicConsume(fake.channel, "tag", false);
    }

    private MetricsCollector collector(String channel) {
        return collectors.computeIfAbsent(
                channel,
                name -> link.customize(name, ConfigProvider.getConfig(), new RabbitMQOptions())
                        .getMetricsCollector());
    }

    /** Remembers who wants to know of its end. */
    private static final class FakeChannel {
        private final List<ShutdownListener> listeners = new ArrayList<>();
        private final Channel channel = (Channel) Proxy.newProxyInstance(
                Channel.class.getClassLoader(),
                new Class<?>[] {Channel.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "addShutdownListener" -> {
                        listeners.add((ShutdownListener) arguments[0]);
                        yield null;
                    }
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> throw new UnsupportedOperationException(method.toString());
                });

        void breaks() {
            var cause = new ShutdownSignalException(true, false, null, channel);
            listeners.forEach(listener -> listener.shutdownCompleted(cause));
        }
    }
}
