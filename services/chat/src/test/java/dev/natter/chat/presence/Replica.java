package dev.natter.chat.presence;

import dev.natter.chat.replica.BrokerLink;
import dev.natter.chat.replica.Fanout;
import dev.natter.chat.replica.Post;
import dev.natter.chat.replica.ReplicaConfig;
import dev.natter.events.DeliveryEvent;
import dev.natter.events.PresenceEvent;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One replica in a {@link World}: the real presence on fake surroundings, with people connected to it. */
final class Replica {

    /** A connection, and what has come to it. */
    static final class Person {
        final String userId;
        final Lease lease;
        boolean isReady;
        int readyAt;
        final Set<Integer> received = new HashSet<>();
        int resyncedAt = -1;

        Person(String userId, String connectionId) {
            this.userId = userId;
            this.lease = new Lease(userId, connectionId);
        }
    }

    final String id;
    final RoutingTable table = new RoutingTable(new NoOnlookers());
    final Map<String, Person> people = new LinkedHashMap<>();
    boolean hasBeenIn;
    private final World world;
    private final Attendance attendance;
    private final Company company;
    private final Entry entry;
    private final Books books;
    private final Routes routes;
    private final PresenceWork work;
    private final Snapshot snapshot;
    private final Map<String, Set<String>> missed = new LinkedHashMap<>();
    private boolean isUp;
    private boolean isAwake;
    private long seconds;
    private int connected;
    /** Counts what happens in the world; set by the test before each step. */
    int step;

    Replica(World world, String id) {
        this.world = world;
        this.id = id;
        ReplicaConfig self = () -> id;
        BrokerLink link = () -> isUp;
        Fanout fanout = event -> {
            if (isUp) {
                world.toAll(event);
            }
        };
        Post post = (to, event, settled) -> {
            if (isUp) {
                world.toOne(to, event);
            }
            settled.now(isUp);
        };
        Wakeup wakeup = () -> isAwake = true;
        this.books = new Books(self, world.config, world.clock, new Resyncs());
        this.attendance = new Attendance(self, world.config, world.clock, link, fanout, wakeup, books);
        var makeUp = new MakeUp(self, books, table, post);
        var missed = new Resyncs();
        this.company = new Company(self, world.config, world.clock, post, missed, wakeup, books, makeUp);
        this.entry = new Entry(self, world.config, world.clock, fanout, post, missed, wakeup, books, makeUp);
        this.routes = new Routes(table, books);
        var leases = new RedisView();
        this.snapshot = new Snapshot(self, world.config, world.clock, leases, table, company, entry);
        this.work = new PresenceWork(attendance, entry, leases, snapshot, new Farewell(wakeup), wakeup);
    }

    Person connect(String userId) {
        var person = new Person(userId, id + "-" + ++connected);
        people.put(person.lease.connectionId(), person);
        attendance.arrive(person.lease, () -> {
            person.isReady = true;
            person.readyAt = step;
        });
        return person;
    }

    void disconnect(Person person) {
        people.remove(person.lease.connectionId());
        attendance.leave(person.lease);
    }

    boolean isIn() {
        return entry.state() == Joining.State.IN;
    }

    /** Whether it may send to somebody by an old table. */
    boolean isSure() {
        return books.sure;
    }

    boolean isUp() {
        return isUp;
    }

    void linkUp() {
        isUp = true;
        world.queues.put(id, new World.Queues());
        missed.forEach((to, users) -> users.forEach(user -> world.toOne(to, new World.Missed(user))));
        missed.clear();
    }

    void linkDown() {
        isUp = false;
        world.queues.remove(id);
        company.lost();
    }

    /** As delivery does it: to exactly the replicas that the table names, or remembered. */
    Set<String> send(World.Frame frame) {
        take(frame);
        var replicas = routes.to(List.of(frame.userId())).keySet();
        replicas.forEach(to -> {
            if (isUp) {
                world.toOne(to, frame);
            } else {
                missed.computeIfAbsent(to, absent -> new LinkedHashSet<>()).add(frame.userId());
            }
        });
        return replicas;
    }

    boolean hearNext() {
        var queue = world.queues.get(id);
        var event = queue == null ? null : queue.fanout.poll();
        if (event == null) {
            return false;
        }
        if (event instanceof PresenceEvent.UsersMoved moved
                && !moved.replicaId().equals(id)) {
            table.came(moved.replicaId(), moved.came(), world.clock.millis());
            table.went(moved.replicaId(), moved.went());
        } else if (event instanceof PresenceEvent.ReplicaLeft left) {
            table.forget(left.replicaId());
        }
        company.on(event);
        return true;
    }

    boolean receiveNext() {
        var queue = world.queues.get(id);
        var event = queue == null ? null : queue.direct.poll();
        if (event instanceof DeliveryEvent.MovesHeard heard) {
            company.heard(heard);
        } else if (event instanceof DeliveryEvent.ReplicaWelcomed welcomed) {
            entry.welcomed(welcomed);
        } else if (event instanceof DeliveryEvent.FramesMissed frames) {
            if (frames.everyone()) {
                new Resyncs().byAnybody();
            } else {
                new Resyncs().by(frames.userIds());
            }
        } else if (event instanceof World.Frame frame) {
            take(frame);
        } else if (event instanceof World.Missed users) {
            new Resyncs().by(List.of(users.userId()));
        }
        return event != null;
    }

    private void take(World.Frame frame) {
        people.values().stream()
                .filter(person -> person.userId.equals(frame.userId()))
                .forEach(person -> person.received.add(frame.number()));
    }

    boolean work() {
        if (!isAwake) {
            return false;
        }
        isAwake = false;
        run(work.work("work"));
        hasBeenIn |= isIn();
        return true;
    }

    void second() {
        seconds++;
        company.tick().forEach(table::forget);
        if (isUp) {
            run(work.ask());
        }
        if (seconds % world.config.beat().toSeconds() == 0) {
            attendance.beat();
        }
        if (seconds % world.config.renewal().toSeconds() == 0) {
            run(work.renew());
        }
        if (seconds % world.config.snapshot().toSeconds() == 0) {
            run(snapshot.take());
        }
    }

    private static void run(Uni<Void> deed) {
        deed.onFailure().recoverWithNull().await().indefinitely();
    }

    private final class Resyncs implements MissedFrames {
        @Override
        public void by(Collection<String> userIds) {
            people.values().stream()
                    .filter(person -> userIds.contains(person.userId))
                    .forEach(person -> person.resyncedAt = step);
        }

        @Override
        public void byAnybody() {
            people.values().forEach(person -> person.resyncedAt = step);
        }
    }

    /** The shared Redis, as this replica writes to it. */
    private final class RedisView implements Leases {
        @Override
        public Uni<Void> write(Moves moves) {
            return unlessAway(() -> {
                world.redis.add(id, moves.taken(), until());
                moves.went()
                        .forEach(user ->
                                world.redis.users.getOrDefault(id, Map.of()).remove(user));
            });
        }

        @Override
        public Uni<Void> renew(Collection<Lease> leases) {
            return unlessAway(() -> {
                world.redis.add(id, leases, until());
                world.redis.replicas.put(id, until());
            });
        }

        @Override
        public Uni<Void> end(Collection<Lease> leases) {
            return unlessAway(() -> {
                world.redis.users.remove(id);
                world.redis.replicas.remove(id);
            });
        }

        @Override
        public Uni<Map<String, Long>> replicas() {
            return unlessAway(() -> {}).replaceWith(() -> Map.copyOf(world.redis.replicas));
        }

        @Override
        public Uni<Void> usersOf(String replicaId, Consumer<List<String>> page) {
            return unlessAway(() -> {
                var now = world.clock.millis();
                var users = new ArrayList<String>();
                world.redis.users.getOrDefault(replicaId, Map.of()).forEach((user, end) -> {
                    if (end > now) {
                        users.add(user);
                    }
                });
                page.accept(users);
            });
        }

        private long until() {
            return world.clock.millis() + world.config.lease().toMillis();
        }

        private Uni<Void> unlessAway(Runnable deed) {
            return Uni.createFrom().item(() -> {
                if (world.redis.isAway) {
                    throw new IllegalStateException("Redis is away");
                }
                deed.run();
                return null;
            });
        }
    }
}
