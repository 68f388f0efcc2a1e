package dev.natter.chat.delivery;

import dev.natter.chat.delivery.remote.RemoteDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** Delivers to this replica's connections at once, and hands the frame to {@link RemoteDelivery} for all others. */
@ApplicationScoped
class RoutedDelivery implements Delivery {

    private final LocalDelivery local;
    private final RemoteDelivery remote;

    RoutedDelivery(LocalDelivery local, RemoteDelivery remote) {
        this.local = local;
        this.remote = remote;
    }

    @Override
    public void deliver(Collection<String> userIds, ServerFrame frame) {
        var push = local.encode(userIds, frame, null);
        local.deliver(push);
        remote.deliver(push);
    }

    @Override
    public void deliver(Collection<String> userIds, ServerFrame frame, String originConnectionId, ServerFrame reply) {
        var push = local.encode(userIds, frame, originConnectionId);
        local.deliver(push, local.encode(reply));
        remote.deliver(push);
    }
}
