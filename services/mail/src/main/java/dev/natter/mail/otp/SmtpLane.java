package dev.natter.mail.otp;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import io.vertx.core.AbstractVerticle;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the SMTP server, kept from mail to mail. A verticle, because a mail client cannot break off a
 * conversation: undeploying closes its socket, whatever it is doing.
 */
final class SmtpLane extends AbstractVerticle {

    private final MailConfig options;
    private @Nullable MailClient client;

    SmtpLane(MailConfig options) {
        this.options = options;
    }

    @Override
    public void start() {
        client = MailClient.create(vertx, options);
    }

    /** Completes when the server has accepted the mail. For one mail at a time. */
    Uni<Void> send(MailMessage mail) {
        return Uni.createFrom()
                .emitter(emitter -> context.runOnContext(onLane -> requireNonNull(client)
                        .sendMail(mail)
                        .onComplete(sent -> emitter.complete(null), emitter::fail)));
    }

    @Override
    public void stop() {
        if (client != null) {
            client.close(closed -> {});
        }
    }
}
