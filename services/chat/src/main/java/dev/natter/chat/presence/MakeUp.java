package dev.natter.chat.presence;

import dev.natter.chat.replica.Post;
import dev.natter.chat.replica.ReplicaConfig;
import dev.natter.events.DeliveryEvent.FramesMissed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Has those told to resync for whom something went out while this replica did not know where they were. */
@ApplicationScoped
class MakeUp {

    private final String self;
    private final Books books;
    private final RoutingTable table;
    private final Post post;

    MakeUp(ReplicaConfig replica, Books books, RoutingTable table, Post post) {
        this.self = replica.id();
        this.books = books;
        this.table = table;
        this.post = post;
    }

    /** Does so once all have answered who are not dead. The caller holds the lock on {@link Books}. */
    void onceSure(Effects effects) {
        if (books.sure || !books.joining.isIn() || books.peers.anySilent()) {
            return;
        }
        books.sure = true;
        var noted = books.unsure.take();
        if (noted.anybody()) {
            for (var replicaId : books.peers.ids()) {
                effects.add(() -> post.send(replicaId, new FramesMissed(self, true, List.of())));
            }
        } else {
            effects.add(() -> table.routes(noted.userIds())
                    .forEach((replicaId, users) -> post.send(replicaId, new FramesMissed(self, false, users))));
        }
    }
}
