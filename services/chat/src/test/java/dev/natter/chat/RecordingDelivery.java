package dev.natter.chat;

import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.delivery.Limits;
import dev.natter.chat.delivery.ServerFrame;
import jakarta.enterprise.inject.Vetoed;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records which users each frame was delivered to. */
@Vetoed
public final class RecordingDelivery extends Delivery {

    private final List<Delivered> delivered = new CopyOnWriteArrayList<>();
    private final List<Reply> replies = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    /** One delivery. */
    public record Delivered(Set<String> userIds, ServerFrame frame, String exceptConnectionId) {}

    /** What the connection got that something came from. */
    public record Reply(String connectionId, ServerFrame frame) {}

    public RecordingDelivery() {
        super(null, () -> "recording", Limits.large(1), null, null, null);
    }

    @Override
    public void deliver(Collection<String> userIds, ServerFrame frame) {
        deliver(userIds, frame, null);
    }

    @Override
    public void deliver(Collection<String> userIds, ServerFrame frame, String originConnectionId, ServerFrame reply) {
        deliver(userIds, frame, originConnectionId);
        replies.add(new Reply(originConnectionId, reply));
    }

    private void deliver(Collection<String> userIds, ServerFrame frame, String exceptConnectionId) {
        if (broken) {
            throw new IllegalStateException("delivery is broken");
        }
        delivered.add(new Delivered(Set.copyOf(userIds), frame, exceptConnectionId));
    }

    public List<Reply> replies() {
        return List.copyOf(replies);
    }

    /** From now on every delivery fails. */
    public void breakDown() {
        broken = true;
    }

    public List<Delivered> delivered() {
        return List.copyOf(delivered);
    }

    /** The frames alone. */
    public List<ServerFrame> frames() {
        return delivered.stream().map(Delivered::frame).toList();
    }
}
