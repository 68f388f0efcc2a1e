package dev.natter.chat.delivery;

import dev.natter.chat.delivery.remote.RemoteDelivery;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Delivers to this replica's connections at once, and hands the frame to {@link RemoteDelivery} for all others. */
@ApplicationScoped
class RoutedDelivery implements Delivery {

    private final FrameEncoder encoder;
    private final LocalDelivery local;
    private final RemoteDelivery remote;

    RoutedDelivery(FrameEncoder encoder, LocalDelivery local, RemoteDelivery remote) {
        this.encoder = encoder;
        this.local = local;
        this.remote = remote;
    }

    @Override
    public Uni<Void> deliver(Collection<String> userIds, ServerFrame frame, @Nullable String exceptConnectionId) {
        return Uni.createFrom().item(() -> {
            var recipients = List.copyOf(userIds);
            var encoded = encoder.encode(frame);
            local.deliver(recipients, encoded, exceptConnectionId);
            remote.deliver(recipients, encoded, exceptConnectionId);
            return null;
        });
    }

    @Override
    public Uni<Void> deliverAndAnswer(Collection<String> userIds, ServerFrame frame, Answer answer) {
        return Uni.createFrom().item(() -> {
            var recipients = List.copyOf(userIds);
            var encoded = encoder.encode(frame);
            local.deliver(recipients, encoded, answer.connectionId(), encoder.encode(answer.frame()));
            remote.deliver(recipients, encoded, answer.connectionId());
            return null;
        });
    }

    @Override
    public void push(Collection<String> userIds, ServerFrame frame) {
        var recipients = List.copyOf(userIds);
        var encoded = encoder.encode(frame);
        local.deliver(recipients, encoded, null);
        remote.deliver(recipients, encoded, null);
    }
}
