package dev.natter.chat.delivery;

import dev.natter.chat.presence.Routes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class RoutedDelivery implements Delivery {

    private final FrameEncoder encoder;
    private final Routes routes;
    private final LocalDelivery local;
    private final RemoteDelivery remote;

    RoutedDelivery(FrameEncoder encoder, Routes routes, LocalDelivery local, RemoteDelivery remote) {
        this.encoder = encoder;
        this.routes = routes;
        this.local = local;
        this.remote = remote;
    }

    @Override
    public Uni<Void> deliver(Collection<String> userIds, ServerFrame frame, @Nullable String exceptConnectionId) {
        var recipients = List.copyOf(userIds);
        return Uni.createFrom()
                .item(() -> encoder.encode(frame))
                .invoke(encoded -> {
                    local.deliver(recipients, encoded, exceptConnectionId);
                    route(recipients, encoded, exceptConnectionId);
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> deliverAndAnswer(Collection<String> userIds, ServerFrame frame, Answer answer) {
        var recipients = List.copyOf(userIds);
        return Uni.createFrom()
                .item(() -> encoder.encode(frame))
                .invoke(encoded -> {
                    local.deliver(recipients, encoded, answer.connectionId(), encoder.encode(answer.frame()));
                    route(recipients, encoded, answer.connectionId());
                })
                .replaceWithVoid();
    }

    @Override
    public void push(Collection<String> userIds, ServerFrame frame) {
        var recipients = List.copyOf(userIds);
        var encoded = encoder.encode(frame);
        local.deliver(recipients, encoded, null);
        route(recipients, encoded, null);
    }

    private void route(List<String> userIds, EncodedFrame frame, @Nullable String exceptConnectionId) {
        routes.to(userIds).forEach((replicaId, users) -> remote.deliver(replicaId, users, frame, exceptConnectionId));
    }
}
