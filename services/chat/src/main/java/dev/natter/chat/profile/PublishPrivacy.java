package dev.natter.chat.profile;

import dev.natter.chat.delivery.PeerSender;
import dev.natter.chat.routing.ReplicaConfig;
import dev.natter.events.PresenceEvent.ProfileChanged;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes stored settings and blocks valid on every replica, and shows the effect of blocks. */
@ApplicationScoped
class PublishPrivacy {

    private final String self;
    private final Privacy privacy;
    private final BlockListener listener;
    private final PeerSender sender;

    PublishPrivacy(ReplicaConfig replica, Privacy privacy, BlockListener listener, PeerSender sender) {
        this.self = replica.id();
        this.privacy = privacy;
        this.listener = listener;
        this.sender = sender;
    }

    /** @param before what the profile replaced; null when that is not known */
    Uni<Void> handle(Profile stored, @Nullable Profile before) {
        privacy.changed(stored.id());
        sender.broadcast(new ProfileChanged(self, stored.id()));
        var blockedBefore = before == null ? List.<String>of() : before.blockedUsers();
        var blocked = without(stored.blockedUsers(), blockedBefore);
        var unblocked = without(blockedBefore, stored.blockedUsers());
        return blocked.isEmpty() && unblocked.isEmpty()
                ? Uni.createFrom().voidItem()
                : listener.changed(stored.id(), blocked, unblocked);
    }

    private static Set<String> without(List<String> all, List<String> others) {
        var rest = new HashSet<>(all);
        others.forEach(rest::remove);
        return rest;
    }
}
