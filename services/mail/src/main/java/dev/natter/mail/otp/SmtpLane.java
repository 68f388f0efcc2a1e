package dev.natter.mail.otp;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import java.io.IOException;

/** One connection to the SMTP server, kept from mail to mail; for one mail at a time. */
final class SmtpLane {

    /** For the mail client to say itself what has happened; it mostly does, and knows more. */
    private static final long MILLIS_TO_SAY_IT = 250;

    private final LaneSockets sockets;
    private final MailClient client;
    private final Context context;

    SmtpLane(Vertx vertx, MailConfig options) {
        sockets = new LaneSockets((VertxInternal) vertx);
        client = MailClient.create(sockets, options);
        context = ((VertxInternal) vertx).createEventLoopContext();
    }

    /** Completes when the server has accepted the mail. */
    Uni<Void> send(MailMessage mail) {
        return Uni.createFrom()
                .emitter(emitter -> context.runOnContext(onLane -> {
                    sockets.whenHungUp(() -> context.owner()
                            .setTimer(
                                    MILLIS_TO_SAY_IT, late -> emitter.fail(new IOException("the server has hung up"))));
                    client.sendMail(mail).onComplete(sent -> emitter.complete(null), emitter::fail);
                }));
    }

    /** Closes the connection, whatever is going on there. The lane is of no use afterwards. */
    void breakOff() {
        client.close(closed -> {});
        sockets.breakOff();
    }
}
