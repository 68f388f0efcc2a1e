package dev.natter.mail.otp;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Knocks at the SMTP server: hears its greeting and takes its leave, without asking for anything. */
@Singleton
class SmtpGreeting {

    private static final String WELCOME = "220";

    private final NetClient client;
    private final SmtpConfig config;

    SmtpGreeting(SmtpConfig config, Vertx vertx) {
        var timeout = Math.toIntExact(config.probeTimeout().toMillis());
        this.config = config;
        this.client = vertx.createNetClient(new NetClientOptions()
                .setConnectTimeout(timeout)
                .setIdleTimeout(timeout)
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
    }

    /** Completes when the server has said that it is at our service; fails when it has not, in bounded time. */
    Uni<Void> heard() {
        return Uni.createFrom()
                .completionStage(() -> client.connect(config.port(), config.host())
                        .compose(
                                socket -> firstWords(socket).onComplete(words -> socket.end(Buffer.buffer("QUIT\r\n"))))
                        .toCompletionStage())
                .ifNoItem()
                .after(config.probeTimeout())
                .fail()
                .invoke(SmtpGreeting::mustWelcome)
                .replaceWithVoid();
    }

    private static Future<Buffer> firstWords(NetSocket socket) {
        var words = Promise.<Buffer>promise();
        socket.handler(words::tryComplete)
                .closeHandler(closed -> words.tryFail("closed without a greeting"))
                .exceptionHandler(words::tryFail);
        return words.future();
    }

    private static void mustWelcome(Buffer words) {
        if (!words.toString().startsWith(WELCOME)) {
            throw new IllegalStateException("the SMTP server does not welcome us");
        }
    }
}
