package dev.natter.mail.notification;

import static org.eclipse.microprofile.reactive.messaging.Acknowledgment.Strategy.MANUAL;

import dev.natter.events.Notification;
import dev.natter.mail.outgoing.Mail;
import dev.natter.mail.outgoing.SendMail;
import dev.natter.mail.push.SendPush;
import dev.natter.mail.queue.WorkQueue;
import dev.natter.mail.queue.WorkQueue.Attempts;
import dev.natter.mail.queue.WorkQueues;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Outgoing;

/** Consumes {@code notifications}: a message is acknowledged after the SMTP server or push service has accepted it. */
@Singleton
class NotificationConsumer implements WorkQueue.Worker<Notification> {

    private final NotificationReader reader;
    private final SendMail sendMail;
    private final SendPush sendPush;
    private final WorkQueue<Notification> queue;

    NotificationConsumer(NotificationReader reader, SendMail sendMail, SendPush sendPush, WorkQueues queues) {
        this.reader = reader;
        this.sendMail = sendMail;
        this.sendPush = sendPush;
        this.queue = queues.open("natter.notification", this);
    }

    @Incoming("notifications")
    @Outgoing("notifications-settled")
    @Acknowledgment(MANUAL)
    Multi<Message<String>> consume(Multi<Message<byte[]>> messages) {
        return queue.consume(messages);
    }

    /** The framework subscribes to a stream only when something consumes its output. */
    @Incoming("notifications-settled")
    void settled(String id) {}

    @Override
    public Notification read(byte[] payload) {
        return reader.read(payload);
    }

    @Override
    public String id(Notification notification) {
        return notification.id();
    }

    @Override
    public Uni<Void> handle(Notification notification, Attempts attempts) {
        if (notification instanceof Notification.Mail mail) {
            return sendMail.handle(
                    new Mail(
                            "n-" + mail.id(),
                            mail.to(),
                            mail.subject(),
                            mail.body(),
                            mail.unsubscribeUrl() == null ? null : URI.create(mail.unsubscribeUrl()),
                            mail.expiresAt()),
                    attempts);
        }
        if (notification instanceof Notification.Push push) {
            return sendPush.handle(push, attempts);
        }
        throw new IllegalStateException("no branch for " + notification.getClass());
    }
}
