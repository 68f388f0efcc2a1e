package dev.natter.mail.otp;

import static org.eclipse.microprofile.reactive.messaging.Acknowledgment.Strategy.MANUAL;

import dev.natter.events.OtpMail;
import dev.natter.mail.outgoing.Mail;
import dev.natter.mail.outgoing.SendMail;
import dev.natter.mail.queue.WorkQueue;
import dev.natter.mail.queue.WorkQueue.Attempts;
import dev.natter.mail.queue.WorkQueues;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

/** Consumes {@code otp-mail}: a message is acknowledged after the SMTP server has accepted the mail. */
@Singleton
class OtpMailConsumer implements WorkQueue.Worker<OtpMail> {

    private final OtpMailReader reader;
    private final SendMail sendMail;
    private final WorkQueue<OtpMail> queue;

    OtpMailConsumer(OtpMailReader reader, SendMail sendMail, WorkQueues queues) {
        this.reader = reader;
        this.sendMail = sendMail;
        this.queue = queues.open("natter.mail", this);
    }

    @Incoming("otp-mail")
    @Outgoing("otp-mail-settled")
    @Acknowledgment(MANUAL)
    Multi<Message<String>> consume(Multi<Message<byte[]>> messages) {
        return queue.consume(messages);
    }

    /** The framework subscribes to a stream only when something consumes its output. */
    @Incoming("otp-mail-settled")
    void settled(String mailId) {}

    @Override
    public OtpMail read(byte[] payload) {
        return reader.read(payload);
    }

    @Override
    public String id(OtpMail mail) {
        return mail.id();
    }

    @Override
    public Uni<Void> handle(OtpMail mail, Attempts attempts) {
        return sendMail.handle(
                new Mail("otp-" + mail.id(), mail.to(), mail.subject(), mail.body(), mail.expiresAt()), attempts);
    }
}
