package dev.natter.faults;

import dev.natter.faults.client.Client;
import dev.natter.faults.client.Person;
import dev.natter.faults.client.Recorder;
import dev.natter.faults.client.Rest;
import dev.natter.faults.cluster.Cluster;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The people of all trials, who sign in once. */
final class TestUsers {

    private static final int PEOPLE = 16;
    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    private final Vertx vertx;
    private final Cluster cluster;
    private final Rest rest;
    private final List<Person> people;

    TestUsers(Vertx vertx, Cluster cluster) {
        this.vertx = vertx;
        this.cluster = cluster;
        this.rest = new Rest(vertx, new Recorder(Clock.systemUTC()));
        this.people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> Person.signIn(rest, cluster.origin(), cluster.smtp(), "p" + i))
                .toList();
    }

    /** Who are in which new conversation: everybody in one with a neighbour, and many in a group. */
    Map<String, Set<Person>> converse() {
        people.forEach(Person::refresh);
        var conversations = new HashMap<String, Set<Person>>();
        Stream.concat(
                        IntStream.range(0, PEOPLE / 2).mapToObj(i -> List.of(people.get(2 * i), people.get(2 * i + 1))),
                        IntStream.range(0, GROUPS).mapToObj(this::group))
                .forEach(members -> conversations.put(
                        members.get(0).converse(members.subList(1, members.size())), new HashSet<>(members)));
        return conversations;
    }

    private List<Person> group(int number) {
        return IntStream.range(0, GROUP)
                .mapToObj(i -> people.get((number * 4 + i * 3) % PEOPLE))
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** A device of everybody's, which follows what its owner is in. */
    List<Client> clients(Map<String, Set<Person>> conversations, Recorder recorder) {
        rest.recordTo(recorder);
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> {
                    var person = people.get(i);
                    var door = i % cluster.doors().size();
                    var client = new Client(vertx, person, door, cluster.originThrough(door), recorder);
                    conversations.forEach((id, members) -> {
                        if (members.contains(person)) {
                            client.follow(id, ids(members));
                        }
                    });
                    return client;
                })
                .toList();
    }

    private static Set<String> ids(Set<Person> members) {
        return members.stream().map(Person::id).collect(Collectors.toSet());
    }

    /** The way of all of them to the public origin. */
    Rest rest() {
        return rest;
    }
}
