package dev.natter.mail.smtp;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the SMTP server greets with 220. Connects at most once per {@code natter.smtp.probe-interval}, however often
 * readiness is asked for.
 */
@Readiness
@Singleton
class SmtpHealthCheck implements AsyncHealthCheck {

    private static final String GREETING = "220";

    private final NetClient client;
    private final SmtpConfig config;
    private final Uni<HealthCheckResponse> response;

    SmtpHealthCheck(SmtpConfig config, Vertx vertx) {
        var timeout = Math.toIntExact(config.probeTimeout().toMillis());
        this.config = config;
        this.client = vertx.createNetClient(new NetClientOptions()
                .setConnectTimeout(timeout)
                .setIdleTimeout(timeout)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
        this.response = Uni.createFrom()
                .completionStage(this::greeting)
                .ifNoItem()
                .after(config.probeTimeout())
                .fail()
                .map(greeting -> greeting.toString().startsWith(GREETING))
                .onFailure()
                .recoverWithItem(false)
                .map(up -> HealthCheckResponse.named("smtp").status(up).build())
                .memoize()
                .forFixedDuration(config.probeInterval());
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return response;
    }

    private CompletionStage<Buffer> greeting() {
        return client.connect(config.port(), config.host())
                .compose(socket -> firstReply(socket).onComplete(reply -> socket.end(Buffer.buffer("QUIT\r\n"))))
                .toCompletionStage();
    }

    private static Future<Buffer> firstReply(NetSocket socket) {
        var reply = Promise.<Buffer>promise();
        socket.handler(reply::tryComplete)
                .closeHandler(closed -> reply.tryFail("closed without a greeting"))
                .exceptionHandler(reply::tryFail);
        return reply.future();
    }
}
