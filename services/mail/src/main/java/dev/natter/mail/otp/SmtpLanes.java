package dev.natter.mail.otp;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The connections to the SMTP server. As many as there are conversations at once, which is {@link ConversationSlots}'
 * to bound; a lane whose conversation took too long, or did not end with a reply, is given up together with its socket.
 */
@Singleton
class SmtpLanes {

    private final Queue<SmtpLane> idle = new ConcurrentLinkedQueue<>();
    private final SmtpConfig config;
    private final Vertx vertx;

    SmtpLanes(SmtpConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
    }

    /** Completes when the server has accepted the mail; past {@code time} the conversation is broken off. */
    Uni<Void> send(MailMessage mail, Duration time) {
        return Uni.createFrom().deferred(() -> {
            var kept = idle.poll();
            var lane = kept == null ? new SmtpLane(vertx, SmtpClientOptions.of(config)) : kept;
            return lane.send(mail)
                    .ifNoItem()
                    .after(time)
                    .fail()
                    .onItemOrFailure()
                    .invoke((sent, failure) -> done(lane, failure));
        });
    }

    private void done(SmtpLane lane, @Nullable Throwable failure) {
        if (failure == null || failure instanceof SMTPException) {
            idle.add(lane);
        } else {
            lane.breakOff();
        }
    }
}
