package dev.natter.chat.cluster;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.natter.chat.delivery.Delivery;
import dev.natter.chat.delivery.LocalSockets;
import dev.natter.chat.delivery.PeerSender.BrokerState;
import dev.natter.chat.delivery.ServerFrame;
import dev.natter.chat.delivery.TestPeer;
import dev.natter.chat.presence.TestPresence;
import dev.natter.chat.routing.TestRouting;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One replica in a {@link World}: the real routing, delivery and presence on fake surroundings, with its clients. */
final class Replica {

    /** A frame that a message makes. */
    @JsonTypeName("note")
    record Note(int number) implements ServerFrame {}

    final String id;
    final Map<String, Client> clients = new LinkedHashMap<>();
    private final World world;
    private final LocalSockets sockets;
    private final TestRouting routing;
    private final TestPresence presence;
    private final TestPeer peer;
    private final Delivery delivery;
    private boolean isDead;
    private int connected;

    Replica(World world, String id) {
        this.world = world;
        this.id = id;
        var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        sockets = new LocalSockets(json, world.clock, world.timers);
        routing = new TestRouting(id, world.redis, world.clock);
        peer = new TestPeer(id, world.broker, sockets, routing.lookup());
        delivery = peer.remote();
        presence = new TestPresence(
                id, world.broker, sockets, world.conversations, routing.lookup(), peer.remote(), world.clock);
        routing.start(presence.listener());
    }

    private static <T> void run(Uni<T> work) {
        work.subscribe().with(done -> {}, failure -> {
            throw new AssertionError(failure);
        });
    }

    /** As the socket does it. */
    Client connect(String userId) {
        var client = new Client(userId, id + "-" + ++connected);
        clients.put(client.connectionId, client);
        sockets.enter(client.connectionId, userId);
        run(presence.subscriptions()
                .subscribe(userId)
                .chain(() -> routing.registry().register(userId, client.connectionId))
                .invoke(() -> ready(client)));
        world.observe();
        return client;
    }

    private void ready(Client client) {
        sockets.ready(client.connectionId);
        client.isReady = true;
        client.completeAt = world.step;
        fetch(client);
    }

    void disconnect(Client client) {
        client.isClosed = true;
        clients.remove(client.connectionId);
        sockets.close(client.connectionId);
        presence.subscriptions().unsubscribe(client.userId);
        run(routing.registry().unregister(client.userId, client.connectionId));
    }

    /** A session of the user has ended; every replica hears of it. */
    void signedOut(String userId) {
        run(routing.registry().signedOut(userId));
    }

    void send(Collection<String> userIds, int number) {
        delivery.deliver(userIds, new Note(number));
        world.observe();
    }

    void connectBroker() {
        world.broker.connect(id);
        peer.changed(BrokerState.ESTABLISHED);
        presence.changed(BrokerState.ESTABLISHED);
    }

    void disconnectBroker() {
        world.broker.disconnect(id);
        peer.changed(BrokerState.LOST);
        presence.changed(BrokerState.LOST);
    }

    boolean isConnected() {
        return world.broker.isConnected(id);
    }

    boolean looksUpRoutes() {
        return routing.isAvailable();
    }

    boolean receiveNext() {
        return presence.receiveNext() | peer.receiveNext();
    }

    void tick() {
        run(routing.tick());
        run(presence.tick());
    }

    void shutDown() {
        List.copyOf(clients.values()).forEach(this::disconnect);
        run(routing.registry().leave());
        world.settle();
        world.kill(this);
    }

    void kill() {
        isDead = true;
        clients.values().forEach(client -> client.isClosed = true);
    }

    /** Clients take the frames that have come, and fetch after a resync. */
    void observe() {
        for (var client : new ArrayList<>(clients.values())) {
            if (client.take(sockets.framesOf(client.connectionId), world.step)) {
                fetch(client);
            }
        }
    }

    private void fetch(Client client) {
        var contacts = world.contactsOf(client.userId);
        var began = world.step;
        run(presence.current().of(contacts).invoke(seen -> {
            var online = new HashMap<String, Boolean>();
            seen.forEach((user, is) -> online.put(user, is.online()));
            if (!isDead) {
                client.fetched(online, began);
            }
        }));
    }

    List<Client> ready() {
        return clients.values().stream().filter(client -> client.isReady).toList();
    }
}
