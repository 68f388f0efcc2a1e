package dev.natter.chat.typing;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.natter.chat.conversation.Conversation;
import dev.natter.chat.conversation.Conversation.Kind;
import dev.natter.chat.conversation.ConversationAccess;
import dev.natter.chat.delivery.Connections;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.delivery.ServerFrame;
import dev.natter.chat.delivery.Timers;
import dev.natter.chat.profile.Privacy;
import dev.natter.events.PresenceEvent.MembersChanged;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows the other members of a conversation that a member is typing. It ends six seconds after it was last said, and at once
 * when the client says so, sends its message, types in another conversation or disconnects. A repeat within a short pause
 * extends it without a frame. Keeps at most one conversation for each connection of this replica.
 */
@ApplicationScoped
public class ShowTyping {

    private final ConversationAccess access;
    private final Privacy privacy;
    private final Connections connections;
    private final Delivery delivery;
    private final Timers timers;
    private final Clock clock;
    private final TypingConfig config;
    /** A state is read and changed only while the map computes its connection. */
    private final ConcurrentMap<String, TypingState> byConnection = new ConcurrentHashMap<>();

    private static final class TypingState {
        private final String conversationId;
        private final String userId;
        /** Null until it is known that the user is a member, and published to no member until then. */
        private @Nullable List<String> others;

        private long shownAt;
        private long until;

        TypingState(String conversationId, String userId) {
            this.conversationId = conversationId;
            this.userId = userId;
        }
    }

    ShowTyping(
            ConversationAccess access,
            Privacy privacy,
            Connections connections,
            Delivery delivery,
            Timers timers,
            Clock clock,
            TypingConfig config) {
        this.access = access;
        this.privacy = privacy;
        this.connections = connections;
        this.delivery = delivery;
        this.timers = timers;
        this.clock = clock;
        this.config = config;
    }

    /** Completes when the frame, if one is due, is handed over. Refuses with 404 when the conversation is not the user's. */
    public Uni<Void> handle(String conversationId, String userId, String connectionId, boolean typing) {
        if (!typing) {
            // At once, so that it cannot come before the start that it ends.
            stop(conversationId, connectionId);
            return access.others(conversationId, userId).replaceWithVoid();
        }
        return repeat(conversationId, connectionId)
                ? Uni.createFrom().voidItem()
                : start(connectionId, new TypingState(conversationId, userId));
    }

    public void stop(String conversationId, String connectionId) {
        byConnection.computeIfPresent(
                connectionId, (id, state) -> state.conversationId.equals(conversationId) ? ended(state) : state);
    }

    public void disconnected(String connectionId) {
        byConnection.computeIfPresent(connectionId, (id, state) -> ended(state));
    }

    /** Who is no member any more neither types there nor sees it. What is not shown yet is forgotten: its members are out of date. */
    void membersChanged(@Observes MembersChanged change) {
        if (!change.removed().isEmpty()) {
            byConnection
                    .keySet()
                    .forEach(connectionId ->
                            byConnection.computeIfPresent(connectionId, (id, state) -> after(change, state)));
        }
    }

    private @Nullable TypingState after(MembersChanged change, TypingState state) {
        if (!state.conversationId.equals(change.conversationId())) {
            return state;
        }
        if (state.others == null) {
            return null;
        }
        state.others = state.others.stream()
                .filter(other -> !change.removed().contains(other))
                .toList();
        return change.removed().contains(state.userId) ? ended(state) : state;
    }

    private boolean repeat(String conversationId, String connectionId) {
        var known = byConnection.computeIfPresent(connectionId, (id, state) -> {
            if (state.conversationId.equals(conversationId) && state.others != null) {
                var now = clock.millis();
                state.until = now + config.lasts().toMillis();
                if (now - state.shownAt >= config.pause().toMillis()) {
                    show(state, now);
                }
            }
            return state;
        });
        return known != null && known.conversationId.equals(conversationId);
    }

    private Uni<Void> start(String connectionId, TypingState next) {
        byConnection.compute(connectionId, (id, before) -> {
            if (before != null) {
                ended(before);
            }
            return next;
        });
        return access.open(next.conversationId, next.userId)
                .chain(conversation -> viewers(conversation, next.userId))
                .invoke(others -> begin(connectionId, next, others))
                .onFailure()
                .invoke(refused -> byConnection.remove(connectionId, next))
                .replaceWithVoid();
    }

    /** Not those whom the user has blocked; and in a direct conversation not one who has blocked the user. */
    private Uni<List<String>> viewers(Conversation conversation, String userId) {
        return privacy.of(conversation.memberIds())
                .map(visibility -> conversation.others(userId).stream()
                        .filter(other -> !visibility.blocks(userId, other)
                                && !(conversation.kind() == Kind.DIRECT && visibility.blocks(other, userId)))
                        .toList());
    }

    private void begin(String connectionId, TypingState state, List<String> others) {
        var lasts = config.lasts();
        var current = byConnection.computeIfPresent(connectionId, (id, known) -> {
            if (known == state) {
                var now = clock.millis();
                state.others = others;
                state.until = now + lasts.toMillis();
                show(state, now);
            }
            return known;
        });
        if (connections.find(connectionId) == null) {
            disconnected(connectionId);
        } else if (current == state) {
            expireAfter(lasts, connectionId, state);
        }
    }

    /** One timer for each start, however often it is repeated. */
    private void expireAfter(Duration delay, String connectionId, TypingState state) {
        timers.after(delay, () -> {
            var now = clock.millis();
            var left = byConnection.computeIfPresent(
                    connectionId, (id, known) -> known == state && state.until <= now ? ended(state) : known);
            if (left == state) {
                expireAfter(Duration.ofMillis(state.until - now), connectionId, state);
            }
        });
    }

    private void show(TypingState state, long now) {
        state.shownAt = now;
        deliver(state, true);
    }

    private @Nullable TypingState ended(TypingState state) {
        deliver(state, false);
        return null;
    }

    private void deliver(TypingState state, boolean typing) {
        if (state.others != null) {
            delivery.deliver(state.others, new TypingFrame(state.conversationId, state.userId, typing));
        }
    }

    int size() {
        return byConnection.size();
    }

    /**
     * Another member is typing, or no longer. {@code true} ends six seconds after it came unless it is repeated, or with the
     * member's message; the server then sends {@code false}, unless it is killed.
     */
    @RegisterForReflection
    @JsonTypeName("typing")
    public record TypingFrame(String conversationId, String userId, boolean typing) implements ServerFrame {}
}
