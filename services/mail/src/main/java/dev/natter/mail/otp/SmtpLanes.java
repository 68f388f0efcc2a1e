package dev.natter.mail.otp;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The connections to the SMTP server. As many as there are conversations at once, which is {@link ConversationSlots}'
 * to bound; a lane whose conversation took too long is given up together with its socket.
 */
@ApplicationScoped
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
        return lane().chain(lane -> lane.send(mail)
                .ifNoItem()
                .after(time)
                .fail()
                .onItemOrFailure()
                .call((sent, failure) -> failure instanceof TimeoutException ? giveUp(lane) : keep(lane)));
    }

    private Uni<SmtpLane> lane() {
        return Uni.createFrom().deferred(() -> {
            var kept = idle.poll();
            return kept == null
                    ? deployed(new SmtpLane(SmtpClientOptions.of(config)))
                    : Uni.createFrom().item(kept);
        });
    }

    private Uni<SmtpLane> deployed(SmtpLane lane) {
        return Uni.createFrom()
                .completionStage(() -> vertx.deployVerticle(lane).toCompletionStage())
                .replaceWith(lane);
    }

    private Uni<Void> keep(SmtpLane lane) {
        idle.add(lane);
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> giveUp(SmtpLane lane) {
        return Uni.createFrom()
                .completionStage(() -> vertx.undeploy(lane.deploymentID()).toCompletionStage());
    }
}
