package dev.natter.mail.otp;

import static org.eclipse.microprofile.reactive.messaging.Acknowledgment.Strategy.MANUAL;

import dev.natter.mail.smtp.MailAddress;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Outgoing;
import org.jspecify.annotations.Nullable;

/**
 * Consumes {@code otp-mail}. A message is acknowledged after the SMTP server has accepted the mail, and dead-lettered when it
 * never will; a message whose channel has closed is neither, because the broker redelivers it. May send one mail twice, loses
 * none. Works on as many messages at once as the prefetch allows; no message can end the stream.
 */
@Singleton
class OtpMailConsumer {
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration SLOWEST_RETRY = Duration.ofSeconds(15);

    private final OtpMailReader reader;
    private final SendOtpMail sendOtpMail;
    private final ConsumerChannels channels;
    private final UnackedMessages unacked;
    private final MailTelemetry telemetry;
    private final OtpMailConfig config;

    OtpMailConsumer(
            OtpMailReader reader,
            SendOtpMail sendOtpMail,
            ConsumerChannels channels,
            UnackedMessages unacked,
            MailTelemetry telemetry,
            OtpMailConfig config) {
        this.reader = reader;
        this.sendOtpMail = sendOtpMail;
        this.channels = channels;
        this.unacked = unacked;
        this.telemetry = telemetry;
        this.config = config;
    }

    /** The connector survives a lost connection; a consumer that the broker cancels (queue deleted or moved) is reopened. */
    @Incoming("otp-mail")
    @Outgoing("otp-mail-settled")
    @Acknowledgment(MANUAL)
    Multi<Message<String>> consume(Multi<Message<byte[]>> messages) {
        return messages.onCompletion()
                .failWith(() -> new IllegalStateException("the broker cancelled the consumer"))
                .onFailure()
                .invoke(failure -> Log.warnf("consuming again: %s", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, SLOWEST_RETRY)
                .indefinitely()
                .onItem()
                .transformToUni(message -> settle(new ReceivedMail(message, channels, unacked)))
                .merge(config.unacknowledged())
                .map(Message::of);
    }

    /** The framework subscribes to a stream only when something consumes its output. */
    @Incoming("otp-mail-settled")
    void settled(String mailId) {}

    private Uni<String> settle(ReceivedMail received) {
        return Uni.createFrom()
                .item(() -> reader.read(received.payload()))
                .invoke(mail -> received.identify(mail.id()))
                .chain(mail -> sendOtpMail.handle(mail, received::beginAttempt, failure -> {
                    received.endAttempt();
                    telemetry.retried(received.reference(), masked(mail.to()), failure);
                }))
                .onItemOrFailure()
                .transformToUni((sent, failure) -> settle(received, failure))
                .onFailure()
                .invoke(failure ->
                        Log.warnf("could not acknowledge or reject a message, the broker redelivers it: %s", failure))
                .onFailure()
                .recoverWithNull()
                .eventually(received::finish)
                .replaceWith(received.reference().mailId());
    }

    private Uni<Void> settle(ReceivedMail received, @Nullable Throwable failure) {
        if (!received.canBeSettled() || failure instanceof ReleasedException) {
            telemetry.released(received.reference());
            return Uni.createFrom().voidItem();
        }
        if (failure == null) {
            return received.acknowledge().invoke(() -> telemetry.sent(received.reference()));
        }
        var reason = failure instanceof DeadLetterException expected ? expected.reason() : DeadLetterReason.FAULT;
        return received.deadLetter(failure).invoke(() -> telemetry.deadLettered(received.reference(), reason, failure));
    }

    private static String masked(String address) {
        return MailAddress.of(address).map(MailAddress::toString).orElse("***");
    }
}
