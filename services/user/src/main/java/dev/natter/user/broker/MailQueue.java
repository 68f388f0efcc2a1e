package dev.natter.user.broker;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Connection;
import dev.natter.events.Topology;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** The queue of mails with one-time codes, declared exactly as the mail service does. */
final class MailQueue {

    private static final Map<String, Object> ARGUMENTS = Map.of(
            "x-queue-type", "quorum",
            "x-dead-letter-exchange", Topology.OTP_MAIL_DLX,
            "x-dead-letter-routing-key", Topology.OTP_MAIL);

    private MailQueue() {}

    /** Declares the queue on this connection. Blocks. */
    static void declareOn(Connection connection) throws IOException, TimeoutException {
        try (var channel = connection.createChannel()) {
            channel.exchangeDeclare(Topology.OTP_MAIL, BuiltinExchangeType.DIRECT, true);
            channel.queueDeclare(Topology.OTP_MAIL, true, false, false, ARGUMENTS);
            channel.queueBind(Topology.OTP_MAIL, Topology.OTP_MAIL, Topology.OTP_MAIL);
        }
    }
}
