package dev.natter.mail.smtp;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * At most {@code natter.smtp.connections} conversations with the SMTP server at once; further mails wait, first come first
 * served. The broker's prefetch bounds how many can wait.
 */
@Singleton
public class SmtpConnectionPool {

    /** Idle connections are closed before common servers time them out. */
    private static final int KEEP_ALIVE_SECONDS = 10;

    private final Queue<SmtpConnection> idle = new ArrayDeque<>();
    private final Queue<UniEmitter<? super SmtpConnection>> waiting = new ArrayDeque<>();
    private final SmtpConfig config;
    private final Vertx vertx;
    private int inUse;

    SmtpConnectionPool(SmtpConfig config, Vertx vertx, MeterRegistry meters) {
        this.config = config;
        this.vertx = vertx;
        meters.gauge("natter.mail.conversations", this, SmtpConnectionPool::inUse);
    }

    /**
     * Sends a mail and completes when the server has accepted it.
     *
     * @param timeLeft read when a connection is free, and may throw to give up then; past it, or past the conversation
     *     timeout, the socket is closed in the middle of the conversation
     * @return fails with a {@link TransientFailure}, a {@link PermanentFailure} or what {@code timeLeft} threw
     */
    public Uni<Void> send(MailMessage mail, Supplier<Duration> timeLeft) {
        return Uni.createFrom()
                .<SmtpConnection>emitter(this::acquire)
                .chain(connection -> Uni.createFrom()
                        .item(timeLeft)
                        .onFailure()
                        .invoke(() -> release(connection, null))
                        .chain(time -> converse(connection, mail, time)));
    }

    private Uni<Void> converse(SmtpConnection connection, MailMessage mail, Duration time) {
        return connection
                .send(mail)
                .ifNoItem()
                .after(time.compareTo(config.conversationTimeout()) < 0 ? time : config.conversationTimeout())
                .fail()
                .onItemOrFailure()
                .invoke((sent, failure) -> release(connection, failure))
                .onFailure()
                .transform(SmtpFailures::classify);
    }

    private synchronized int inUse() {
        return inUse;
    }

    private synchronized void acquire(UniEmitter<? super SmtpConnection> emitter) {
        if (inUse == config.connections()) {
            waiting.add(emitter);
            return;
        }
        inUse++;
        var reused = idle.poll();
        hand(reused == null ? new SmtpConnection(vertx, options()) : reused, emitter);
    }

    /** A connection that did not end with a reply is in an unknown state and is closed. */
    private synchronized void release(SmtpConnection connection, @Nullable Throwable failure) {
        var reusable = failure == null || failure instanceof SMTPException;
        if (!reusable) {
            connection.abort();
        }
        var next = waiting.poll();
        if (next != null) {
            hand(reusable ? connection : new SmtpConnection(vertx, options()), next);
            return;
        }
        inUse--;
        if (reusable) {
            idle.add(connection);
        }
    }

    /** On the event loop: mails that fail at once must not pile up on one stack. */
    private static void hand(SmtpConnection connection, UniEmitter<? super SmtpConnection> emitter) {
        connection.dispatch(() -> emitter.complete(connection));
    }

    /** Without pipelining, so that a refused recipient never leaves the server waiting for data. */
    private MailConfig options() {
        var options = new MailConfig()
                .setHostname(config.host())
                .setPort(config.port())
                .setStarttls(config.starttls())
                .setLogin(LoginOption.DISABLED)
                .setMaxPoolSize(1)
                .setPipelining(false)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setKeepAliveTimeoutUnit(TimeUnit.SECONDS);
        config.ehloName().ifPresent(options::setOwnHostname);
        config.username()
                .ifPresent(username -> options.setLogin(LoginOption.REQUIRED)
                        .setUsername(username)
                        .setPassword(config.password().orElse("")));
        config.trustCertificates()
                .ifPresent(file -> options.setPemTrustOptions(new PemTrustOptions().addCertPath(file)));
        options.setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setIdleTimeout(Math.toIntExact(config.readTimeout().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        return options;
    }
}
