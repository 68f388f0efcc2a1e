package dev.natter.mail.push;

import dev.natter.events.Notification;
import dev.natter.mail.push.PushFailure.Deferred;
import dev.natter.mail.push.PushFailure.Gone;
import dev.natter.mail.push.PushFailure.Refused;
import dev.natter.mail.queue.DeadLetterException;
import dev.natter.mail.queue.DeadLetterReason;
import dev.natter.mail.queue.QueueConfig;
import dev.natter.mail.queue.ReleasedException;
import dev.natter.mail.queue.WorkQueue.Attempts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Pushes a notification until its push service takes it or it expires. One that is deferred is tried again with exponential
 * backoff and jitter, but not before the push service's {@code Retry-After}; meanwhile it occupies no connection. When the
 * subscription turns out to have ended, the chat service is sent that.
 */
@Singleton
public class SendPush {

    private final PushClient client;
    private final EndedSubscriptions ended;
    private final QueueConfig config;
    private final Clock clock;

    SendPush(PushClient client, EndedSubscriptions ended, QueueConfig config, Clock clock) {
        this.client = client;
        this.ended = ended;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Completes when the push service has taken the notification, or the subscription has ended.
     *
     * @return fails with a {@link DeadLetterException}, or with a {@link ReleasedException} when an attempt may not begin
     */
    public Uni<Void> handle(Notification.Push push, Attempts attempts) {
        return Uni.createFrom()
                .item(() -> message(push))
                .chain(message -> send(push, message, attempts, config.firstRetry()))
                .onFailure(Gone.class)
                .recoverWithUni(() -> ended.publish(push.subscriptionId()))
                .onFailure(Refused.class)
                .transform(refused -> new DeadLetterException(
                        DeadLetterReason.REFUSED, Objects.requireNonNullElse(refused.getMessage(), "")));
    }

    private static PushMessage message(Notification.Push push) {
        try {
            return new PushMessage(
                    new URI(push.endpoint()),
                    push.p256dh(),
                    push.auth(),
                    push.payload(),
                    Duration.ofSeconds(push.timeToLiveSeconds()),
                    push.topic(),
                    push.urgent());
        } catch (URISyntaxException malformed) {
            throw new DeadLetterException(DeadLetterReason.MALFORMED, "endpoint is no URL");
        }
    }

    private Uni<Void> send(Notification.Push push, PushMessage message, Attempts attempts, Duration pause) {
        return Uni.createFrom()
                .deferred(() -> attempt(push, message, attempts))
                .onFailure(Deferred.class)
                .recoverWithUni(failure -> {
                    attempts.deferred(message.endpoint().getHost(), failure);
                    return after(pause, failure.retryAfter()).chain(() -> send(push, message, attempts, next(pause)));
                });
    }

    private Uni<Void> attempt(Notification.Push push, PushMessage message, Attempts attempts) {
        if (!clock.instant().isBefore(push.expiresAt())) {
            throw new DeadLetterException(DeadLetterReason.EXPIRED, "");
        }
        if (!attempts.mayBegin()) {
            throw new ReleasedException();
        }
        return client.send(message);
    }

    private static Uni<Void> after(Duration pause, @Nullable Duration asked) {
        var millis = pause.toMillis() / 2 + ThreadLocalRandom.current().nextLong(pause.toMillis() + 1);
        var delay = asked == null ? millis : Math.max(millis, asked.toMillis());
        return Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(Math.max(1, delay)));
    }

    private Duration next(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(config.slowestRetry()) < 0 ? doubled : config.slowestRetry();
    }
}
