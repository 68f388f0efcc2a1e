package dev.natter.load.scenario;

import dev.natter.load.client.Connection;
import dev.natter.load.measure.BoundedWait;
import dev.natter.load.measure.Latencies;
import dev.natter.load.people.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pairs of people, all connected, with a conversation of each pair. */
final class ConnectedPairs implements AutoCloseable {

    private static final int AT_ONCE = 50;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final Bench bench;
    private final SwitchableListener listener;
    private final List<Person> people;
    private final List<MessageLoad.Voice> voices = new ArrayList<>();

    private ConnectedPairs(Bench bench, SwitchableListener listener, List<Person> people) {
        this.bench = bench;
        this.listener = listener;
        this.people = people;
    }

    /** Starts the conversations, and connects everybody. */
    static ConnectedPairs inPairs(Bench bench, SwitchableListener listener) {
        var pairs = bench.options().pairs();
        var people = bench.people().register(2 * pairs);
        bench.say("starting %d conversations".formatted(pairs));
        var conversations = new Conversations(bench.api()).direct(Conversations.inPairs(people));
        var voices = new ConnectedPairs(bench, listener, people);
        var links = voices.open(people);
        for (var at = 0; at < links.size(); at++) {
            voices.voices.add(new MessageLoad.Voice(links.get(at), conversations.get(at / 2)));
        }
        return voices;
    }

    List<MessageLoad.Voice> all() {
        return List.copyOf(voices);
    }

    /** Closes the connections of some of them, and opens others in their place. */
    void reconnect(int from, int to) {
        voices.subList(from, to).forEach(voice -> voice.link().close());
        var links = open(people.subList(from, to));
        for (var at = from; at < to; at++) {
            voices.set(
                    at,
                    new MessageLoad.Voice(links.get(at - from), voices.get(at).conversationId()));
        }
    }

    private List<Connection> open(List<Person> some) {
        return BoundedWait.on(bench.links().open(some, AT_ONCE, listener, new Latencies()), TIMEOUT);
    }

    @Override
    public void close() {
        voices.forEach(voice -> voice.link().close());
    }
}
