package dev.natter.mail.smtp;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import java.io.IOException;

/** One connection to the SMTP server, reused from mail to mail; carries one mail at a time. */
final class SmtpConnection {

    /** The client mostly reports a closed socket itself, with more detail; this is how long it may take. */
    private static final long REPORT_MILLIS = 250;

    private final SmtpSockets sockets;
    private final MailClient client;
    private final Context context;

    SmtpConnection(Vertx vertx, MailConfig options) {
        sockets = new SmtpSockets((VertxInternal) vertx);
        client = MailClient.create(sockets, options);
        context = ((VertxInternal) vertx).createEventLoopContext();
    }

    /** Completes, on this connection's event loop, when the server has accepted the mail. */
    Uni<Void> send(MailMessage mail) {
        return Uni.createFrom()
                .emitter(emitter -> context.runOnContext(onLoop -> {
                    sockets.onClose(() -> context.owner()
                            .setTimer(
                                    REPORT_MILLIS,
                                    late -> emitter.fail(new IOException("the server closed the connection"))));
                    client.sendMail(mail).onComplete(sent -> emitter.complete(null), emitter::fail);
                }));
    }

    /** Runs {@code action} on this connection's event loop. */
    void dispatch(Runnable action) {
        context.runOnContext(onLoop -> action.run());
    }

    /** Closes the socket at once, in the middle of a command too. The connection cannot be used again. */
    void abort() {
        client.close(closed -> {});
        sockets.abort();
    }
}
