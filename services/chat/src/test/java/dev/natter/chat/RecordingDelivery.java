package dev.natter.chat;

import dev.natter.chat.delivery.Answer;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.delivery.ServerFrame;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers who was told what. */
public final class RecordingDelivery implements Delivery {

    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    /** One call of {@link #deliver}. */
    public record Told(Set<String> userIds, ServerFrame frame, String exceptConnectionId) {}

    @Override
    public Uni<Void> deliver(Collection<String> userIds, ServerFrame frame, String exceptConnectionId) {
        return Uni.createFrom().item(() -> {
            if (broken) {
                throw new IllegalStateException("delivery is broken");
            }
            told.add(new Told(Set.copyOf(userIds), frame, exceptConnectionId));
            return null;
        });
    }

    @Override
    public Uni<Void> deliverAndAnswer(Collection<String> userIds, ServerFrame frame, Answer answer) {
        return deliver(userIds, frame, answer.connectionId()).invoke(() -> answers.add(answer));
    }

    @Override
    public void push(Collection<String> userIds, ServerFrame frame) {
        told.add(new Told(Set.copyOf(userIds), frame, null));
    }

    /** What the connections got that something came from. */
    public List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** From now on every delivery fails. */
    public void breakDown() {
        broken = true;
    }

    public List<Told> told() {
        return List.copyOf(told);
    }

    /** The frames alone. */
    public List<ServerFrame> frames() {
        return told.stream().map(Told::frame).toList();
    }
}
