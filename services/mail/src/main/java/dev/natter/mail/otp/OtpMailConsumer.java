package dev.natter.mail.otp;

import static org.eclipse.microprofile.reactive.messaging.Acknowledgment.Strategy.MANUAL;

import dev.natter.events.Headers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.rabbitmq.IncomingRabbitMQMessage;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

/** The way in: works on as many messages at once as the broker lets this worker hold; none of them can end the stream. */
@Singleton
class OtpMailConsumer {

    private final Intake intake;
    private final BrokerChannels channels;
    private final HeldDeliveries held;
    private final SettleDelivery settleDelivery;
    private final WorkerConfig config;
    private final Vertx vertx;

    OtpMailConsumer(
            Intake intake,
            BrokerChannels channels,
            HeldDeliveries held,
            SettleDelivery settleDelivery,
            WorkerConfig config,
            Vertx vertx) {
        this.intake = intake;
        this.channels = channels;
        this.held = held;
        this.settleDelivery = settleDelivery;
        this.config = config;
        this.vertx = vertx;
    }

    @Incoming("otp-mail")
    @Outgoing("otp-mail-settled")
    @Acknowledgment(MANUAL)
    Multi<Message<MailOutcome>> consume(Multi<Message<byte[]>> messages) {
        return intake.unending(messages)
                .onItem()
                .transformToUni(this::settle)
                .merge(config.unacknowledged())
                .map(Message::of);
    }

    /** The framework runs a stream only where somebody takes what comes out of it. */
    @Incoming("otp-mail-settled")
    void end(MailOutcome outcome) {}

    private Uni<MailOutcome> settle(Message<byte[]> message) {
        return delivery(message.unwrap(IncomingRabbitMQMessage.class))
                .map(delivery -> settleDelivery.handle(delivery).eventually(() -> held.remove(delivery)))
                .orElseGet(() -> Uni.createFrom().item(new MailOutcome.Released()));
    }

    /** Empty when the channel closed while the message was on its way from it: the broker gives it out again. */
    private Optional<Delivery> delivery(IncomingRabbitMQMessage<?> arrived) {
        return channels.consuming(arrived.message.consumerTag()).map(channel -> {
            var receipt = new ChannelReceipt(
                    vertx, channel, arrived.message.envelope().getDeliveryTag());
            var delivery = new Delivery(arrived.message.body().getBytes(), requestId(arrived), receipt);
            held.add(delivery, channel);
            return delivery;
        });
    }

    private static String requestId(IncomingRabbitMQMessage<?> arrived) {
        return arrived.getHeaders().get(Headers.REQUEST_ID) instanceof String id ? id : "";
    }
}
