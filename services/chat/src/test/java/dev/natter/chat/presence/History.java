package dev.natter.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** A random history, checked against what must have come to whom. */
final class History {

    private record Sent(World.Frame frame, int step, Replica by, boolean sure) {}

    private final List<String> users;
    private final World world;
    private final Random random;
    private final List<Sent> sent = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private int step;

    History(List<String> users, World world, Random random) {
        this.users = users;
        this.world = world;
        this.random = random;
    }

    void play(int steps) {
        world.start();
        world.start();
        world.live(3);
        for (step = 1; step <= steps; step++) {
            world.replicas.forEach(replica -> replica.step = step);
            act();
        }
        calm();
        check();
    }

    private void act() {
        var replica = any(world.replicas);
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> connect(replica);
            case 3 -> {
                if (!replica.people.isEmpty()) {
                    replica.disconnect(any(List.copyOf(replica.people.values())));
                }
            }
            case 4, 5, 6, 7 -> write(replica);
            case 8, 9, 10 -> replica.hearNext();
            case 11, 12, 13 -> replica.receiveNext();
            case 14, 15 -> replica.work();
            case 16 -> pass(1 + random.nextInt(3));
            case 17 -> world.settle();
            case 18 -> disturb(replica);
            default -> calmOne(replica);
        }
    }

    private void connect(Replica replica) {
        var user = any(users);
        log.add(step + " " + replica.connect(user).lease);
    }

    private void write(Replica from) {
        // A replica that has never been ready gets no traffic.
        if (from.hasBeenIn) {
            var frame = new World.Frame(any(users), sent.size());
            sent.add(new Sent(frame, step, from, from.isSure()));
            log.add(step + " " + from.id + " writes " + frame + " to " + from.send(frame));
        }
    }

    private void pass(int seconds) {
        for (var second = 0; second < seconds; second++) {
            world.clock.advance(Duration.ofSeconds(1));
            List.copyOf(world.replicas).forEach(Replica::second);
        }
    }

    private void disturb(Replica replica) {
        switch (random.nextInt(6)) {
            case 0 -> {
                if (world.replicas.size() > 2) {
                    log.add(step + " kill " + replica.id);
                    world.kill(replica);
                    // What it took while cut off, it could only have made up for by living on.
                    sent.removeIf(message -> message.by() == replica && !message.sure());
                }
            }
            case 1 -> {
                if (world.replicas.size() < 5) {
                    log.add(step + " start " + world.start().id);
                    world.replicas.forEach(each -> each.step = step);
                }
            }
            case 2, 3 -> {
                if (replica.isUp()) {
                    log.add(step + " cut " + replica.id);
                    replica.linkDown();
                }
            }
            case 4 -> {
                log.add(step + " redis " + (world.redis.isAway ? "back" : "away"));
                world.redis.isAway = !world.redis.isAway;
            }
            default -> pass(20 + random.nextInt(40));
        }
    }

    private void calmOne(Replica replica) {
        if (!replica.isUp()) {
            log.add(step + " link " + replica.id);
            replica.linkUp();
        }
    }

    /** Everything is back, and there is time for it all. */
    private void calm() {
        world.redis.isAway = false;
        world.replicas.forEach(this::calmOne);
        world.live(150);
    }

    private void check() {
        var truth = new TreeMap<String, TreeSet<String>>();
        world.replicas.forEach(replica -> replica.people
                .values()
                .forEach(person -> truth.computeIfAbsent(person.userId, absent -> new TreeSet<>())
                        .add(replica.id)));
        for (var replica : world.replicas) {
            assertThat(replica.isIn()).as("%s is in; %s", replica.id, log).isTrue();
            assertThat(known(replica)).as("what %s knows; %s", replica.id, log).isEqualTo(without(truth, replica.id));
            replica.people.values().forEach(this::check);
        }
    }

    private void check(Replica.Person person) {
        assertThat(person.isReady).as("%s is ready; %s", person.lease, log).isTrue();
        for (var message : sent) {
            if (message.frame().userId().equals(person.userId)
                    && message.step() > person.readyAt
                    && message.step() > person.resyncedAt) {
                assertThat(person.received)
                        .as("%s, ready at %s, resynced at %s; %s", person.lease, person.readyAt, person.resyncedAt, log)
                        .contains(message.frame().number());
            }
        }
    }

    private Map<String, TreeSet<String>> known(Replica replica) {
        var known = new TreeMap<String, TreeSet<String>>();
        replica.table
                .routes(users)
                .forEach((id, there) -> there.forEach(user ->
                        known.computeIfAbsent(user, absent -> new TreeSet<>()).add(id)));
        return known;
    }

    private static Map<String, TreeSet<String>> without(Map<String, TreeSet<String>> truth, String self) {
        var others = new TreeMap<String, TreeSet<String>>();
        truth.forEach((user, ids) -> ids.stream()
                .filter(id -> !id.equals(self))
                .forEach(id ->
                        others.computeIfAbsent(user, absent -> new TreeSet<>()).add(id)));
        return others;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
