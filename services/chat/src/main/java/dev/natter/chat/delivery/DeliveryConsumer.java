package dev.natter.chat.delivery;

import dev.natter.chat.presence.MissedFrames;
import dev.natter.chat.presence.PeerAnswers;
import dev.natter.chat.replica.ReplicaWire;
import dev.natter.events.DeliveryEvent.FramesMissed;
import dev.natter.events.DeliveryEvent.FramesPushed;
import dev.natter.events.DeliveryEvent.MovesHeard;
import dev.natter.events.DeliveryEvent.Push;
import dev.natter.events.DeliveryEvent.ReplicaWelcomed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what other replicas send to this one, one event after another. A frame may come twice; clients know it by its seq. */
@ApplicationScoped
class DeliveryConsumer {

    private final ReplicaWire wire;
    private final LocalDelivery local;
    private final MissedFrames missed;
    private final PeerAnswers answers;

    DeliveryConsumer(ReplicaWire wire, LocalDelivery local, MissedFrames missed, PeerAnswers answers) {
        this.wire = wire;
        this.local = local;
        this.missed = missed;
        this.answers = answers;
    }

    @Incoming("chat-delivery")
    Uni<Void> on(byte[] body) {
        var event = wire.delivery(body);
        if (event instanceof FramesPushed pushed) {
            pushed.pushes().forEach(this::push);
        } else if (event instanceof FramesMissed frames && frames.everyone()) {
            missed.byAnybody();
        } else if (event instanceof FramesMissed frames) {
            missed.by(frames.userIds());
        } else if (event instanceof MovesHeard heard) {
            answers.heard(heard);
        } else if (event instanceof ReplicaWelcomed welcomed) {
            answers.welcomed(welcomed);
        }
        return Uni.createFrom().voidItem();
    }

    private void push(Push push) {
        var seq = push.seq();
        var since = push.since();
        var frame =
                new EncodedFrame(push.frame(), push.conversationId(), seq == null ? 0 : seq, since == null ? 0 : since);
        local.deliver(push.userIds(), frame, push.exceptConnectionId());
    }
}
