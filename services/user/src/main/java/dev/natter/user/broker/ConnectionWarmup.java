package dev.natter.user.broker;

import dev.natter.events.Topology;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.rabbitmq.OutgoingRabbitMQMetadata;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * Opens connections at start. An outgoing channel connects only when it sends; so while none is open, this sends a
 * message that no queue takes, and the queue is declared before the first code is requested.
 */
@ApplicationScoped
class ConnectionWarmup {

    private static final String UNROUTED = "hello";
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final MutinyEmitter<Buffer> mails;
    private final MutinyEmitter<Buffer> events;
    private final WatchedConnections connections;

    ConnectionWarmup(
            @Channel(Topology.OTP_MAIL) MutinyEmitter<Buffer> mails,
            @Channel(Topology.USER_EVENTS) MutinyEmitter<Buffer> events,
            WatchedConnections connections) {
        this.mails = mails;
        this.events = events;
        this.connections = connections;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> handle() {
        return greet(Topology.OTP_MAIL, mails).chain(() -> greet(Topology.USER_EVENTS, events));
    }

    private Uni<Void> greet(String channel, MutinyEmitter<Buffer> emitter) {
        if (!connections.of(channel).takeIdle()) {
            return Uni.createFrom().voidItem();
        }
        var metadata =
                OutgoingRabbitMQMetadata.builder().withRoutingKey(UNROUTED).build();
        return emitter.sendMessage(Message.of(Buffer.buffer(), Metadata.of(metadata)))
                // The connector keeps trying to connect; there is no need to wait.
                .ifNoItem()
                .after(TIMEOUT)
                .fail()
                .onFailure()
                .recoverWithNull();
    }
}
