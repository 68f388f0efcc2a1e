package dev.natter.chat.online;

import static dev.natter.chat.Unis.get;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.natter.chat.TestTimers;
import dev.natter.chat.conversation.InMemoryConversations;
import dev.natter.chat.delivery.LocalSockets;
import dev.natter.chat.presence.MissedFrames;
import dev.natter.chat.presence.Onlookers;
import dev.natter.chat.presence.OtherReplicas;
import dev.natter.testing.TestClock;
import dev.natter.web.JsonShape;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** One replica, as far as presence is concerned, with people connected to it; what it hears of others the test says. */
final class OneReplica {

    private final InMemoryConversations conversations = new InMemoryConversations();
    private final LocalSockets sockets;
    private final OtherReplicas others = new OtherReplicas(new Late());
    private final Rooms rooms = new Rooms();
    private final Sightings sightings = new Sightings(new InMemorySeenPeople());
    private final People people;
    private final SignedOut signedOut;
    private final Acquaintances acquaintances;
    private final Onlookers onlookers;

    OneReplica(TestClock clock, TestTimers timers) {
        var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        new JsonShape().customize(json);
        sockets = new LocalSockets(json, clock, timers);
        var tell = new TellAcquaintances(rooms, sockets.hereOnly(), new SimpleMeterRegistry());
        people = new People(sockets.connections(), others.whereabouts(), tell, timers, new Config());
        signedOut = new SignedOut(people, timers, clock, new Config());
        acquaintances =
                new Acquaintances(conversations.memberships(), rooms, sockets.connections(), new NobodyMissed());
        onlookers = new LookRound(people, signedOut, sightings, rooms, clock);
    }

    OneReplica sharing(String conversationId, String... members) {
        conversations.with(conversationId, members);
        return this;
    }

    void met(String conversationId, String... members) {
        sharing(conversationId, members);
        onlookers.met(conversationId, List.of(members));
    }

    void open(String connectionId, String userId) {
        sockets.open(connectionId, userId);
        onlookers.movedHere(userId);
        get(acquaintances.arrive(userId));
    }

    void close(String connectionId, String userId) {
        sockets.close(connectionId);
        onlookers.movedHere(userId);
        acquaintances.leave(userId);
    }

    void came(String replicaId, String userId) {
        others.came(replicaId, userId);
    }

    void went(String replicaId, String userId) {
        others.went(replicaId, userId);
    }

    void dies(String replicaId) {
        others.dies(replicaId);
    }

    void signedOut(String userId) {
        signedOut.by(userId);
    }

    List<String> framesOf(String connectionId) {
        return sockets.framesOf(connectionId);
    }

    ShownPresence shown() {
        return new ShownPresence(people, sightings);
    }

    /** The table knows its onlookers before they are made. */
    private final class Late implements Onlookers {
        @Override
        public void movedHere(String userId) {
            onlookers.movedHere(userId);
        }

        @Override
        public void movedElsewhere(Collection<String> userIds) {
            onlookers.movedElsewhere(userIds);
        }

        @Override
        public void lost(Collection<String> userIds) {
            onlookers.lost(userIds);
        }

        @Override
        public void met(String conversationId, Collection<String> memberIds) {
            onlookers.met(conversationId, memberIds);
        }
    }

    private static final class NobodyMissed implements MissedFrames {
        @Override
        public void by(Collection<String> userIds) {}

        @Override
        public void byAnybody() {}
    }

    private record Config() implements OnlineConfig {
        @Override
        public Duration grace() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration signedOut() {
            return Duration.ofSeconds(10);
        }

        @Override
        public int mostAsked() {
            return 100;
        }
    }
}
