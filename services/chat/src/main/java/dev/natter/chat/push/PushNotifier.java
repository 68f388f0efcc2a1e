package dev.natter.chat.push;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.conversation.Receipts;
import dev.natter.chat.message.MessageListener;
import dev.natter.chat.push.PushPending.Batch;
import dev.natter.chat.push.PushPending.Pair;
import dev.natter.chat.receipt.ReadListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Pushes messages to members without a visible client, and withdraws what was read elsewhere. It looks once a second at what
 * was stored and read meanwhile, so that a message costs no query of its own. A replica that dies may take a second's
 * notifications with it; the messages are stored.
 */
@ApplicationScoped
public class PushNotifier implements MessageListener, ReadListener {

    /** Users whose subscriptions are looked up in one query. */
    private static final int MAX_USERS = 1_000;

    private final PushConfig config;
    private final PushSubscriptionRepository subscriptions;
    private final VisibleClients visibleClients;
    private final Receipts receipts;
    private final PushMarks marks;
    private final PushPublisher publisher;
    private final Clock clock;
    private final Counter dropped;
    private final PushPending pending = new PushPending();

    PushNotifier(
            PushConfig config,
            PushSubscriptionRepository subscriptions,
            VisibleClients visibleClients,
            Receipts receipts,
            PushMarks marks,
            PushPublisher publisher,
            Clock clock,
            MeterRegistry metrics) {
        this.config = config;
        this.subscriptions = subscriptions;
        this.visibleClients = visibleClients;
        this.receipts = receipts;
        this.marks = marks;
        this.publisher = publisher;
        this.clock = clock;
        this.dropped = Counter.builder("natter.push.dropped")
                .description("Notifications not sent because too many were pending")
                .register(metrics);
    }

    @Override
    public void stored(MessageView message, Collection<String> memberIds) {
        if (isOn() && !pending.stored(message, memberIds)) {
            dropped.increment();
        }
    }

    @Override
    public void read(String conversationId, String userId, long seq) {
        if (isOn() && !pending.read(conversationId, userId, seq)) {
            dropped.increment();
        }
    }

    private boolean isOn() {
        return config.publicKey().isPresent();
    }

    @Scheduled(every = "1s", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> onTick() {
        var batch = pending.take();
        return batch.isEmpty()
                ? Uni.createFrom().voidItem()
                : subscribed(batch)
                        .chain(byUser -> push(batch, byUser).chain(() -> withdraw(batch, byUser)))
                        .onFailure()
                        // From the store, which is read before anything is sent.
                        .invoke(failure -> {
                            Log.warnf("Notifications are sent later: %s", failure.getMessage());
                            pending.restore(batch);
                        })
                        .onFailure()
                        .recoverWithNull();
    }

    /** The subscriptions of all users of the batch, by user. */
    private Uni<Map<String, List<PushSubscription>>> subscribed(Batch batch) {
        Set<String> users = new HashSet<>();
        batch.messages().forEach(newest -> users.addAll(newest.memberIds()));
        batch.deferred().keySet().forEach(pair -> users.add(pair.userId()));
        batch.reads().keySet().forEach(pair -> users.add(pair.userId()));
        return Multi.createFrom()
                .iterable(users)
                .group()
                .intoLists()
                .of(MAX_USERS)
                .onItem()
                .transformToUniAndConcatenate(subscriptions::of)
                .collect()
                .in(
                        HashMap::new,
                        (all, some) -> some.forEach(each -> all.computeIfAbsent(each.userId(), id -> new ArrayList<>())
                                .add(each)));
    }

    private Uni<Void> push(Batch batch, Map<String, List<PushSubscription>> byUser) {
        var messages = messages(batch, byUser.keySet());
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return visibleClients
                .among(messages.keySet().stream().map(Pair::userId).collect(Collectors.toSet()))
                .map(visible -> without(messages, pair -> visible.contains(pair.userId())))
                .chain(this::wanted)
                .chain(wanted -> marks.claim(seqs(wanted))
                        .invoke(claimed -> deferOthers(wanted, claimed))
                        .map(claimed -> without(wanted, pair -> !claimed.contains(pair))))
                .chain(due -> publisher.messages(due, byUser, pending::defer));
    }

    private static Map<Pair, MessageView> messages(Batch batch, Set<String> subscribed) {
        var messages = new HashMap<Pair, MessageView>();
        for (var newest : batch.messages()) {
            for (var userId : newest.memberIds()) {
                var message = subscribed.contains(userId) ? newest.forMember(userId) : null;
                if (message != null) {
                    messages.put(new Pair(userId, message.conversationId()), message);
                }
            }
        }
        batch.deferred().forEach((pair, message) -> {
            if (subscribed.contains(pair.userId())) {
                messages.merge(pair, message, (one, other) -> one.seq() > other.seq() ? one : other);
            }
        });
        return messages;
    }

    /** Without what was read meanwhile, or is muted. */
    private Uni<Map<Pair, MessageView>> wanted(Map<Pair, MessageView> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().item(messages);
        }
        var members = messages.keySet().stream()
                .collect(Collectors.groupingBy(
                        Pair::conversationId, Collectors.mapping(Pair::userId, Collectors.toList())));
        var now = clock.instant();
        return receipts.positions(members)
                .map(positions -> without(messages, pair -> {
                    var position = positions.of(pair.conversationId(), pair.userId());
                    var mutedUntil = position.mutedUntil();
                    var message = messages.get(pair);
                    var isMuted = mutedUntil != null && mutedUntil.isAfter(now);
                    return isMuted || message == null || position.read() >= message.seq();
                }));
    }

    private static Map<Pair, Long> seqs(Map<Pair, MessageView> messages) {
        return messages.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().seq()));
    }

    /** Within the pause the newest one waits for its end. */
    private void deferOthers(Map<Pair, MessageView> messages, Set<Pair> claimed) {
        messages.forEach((pair, message) -> {
            if (!claimed.contains(pair)) {
                pending.defer(pair, message);
            }
        });
    }

    private static Map<Pair, MessageView> without(Map<Pair, MessageView> messages, Predicate<Pair> isLeftOut) {
        return messages.entrySet().stream()
                .filter(each -> !isLeftOut.test(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Uni<Void> withdraw(Batch batch, Map<String, List<PushSubscription>> byUser) {
        var reads = batch.reads().entrySet().stream()
                .filter(each -> byUser.containsKey(each.getKey().userId()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return reads.isEmpty()
                ? Uni.createFrom().voidItem()
                : marks.withdraw(reads).chain(withdrawn -> publisher.withdrawals(withdrawn, reads, byUser));
    }
}
