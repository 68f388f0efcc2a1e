package dev.natter.load.scenario;

import dev.natter.load.client.Link;
import dev.natter.load.measure.Latencies;
import dev.natter.load.measure.Waiting;
import dev.natter.load.people.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pairs of people, all connected, with a conversation of each pair. */
final class Voices implements AutoCloseable {

    private static final int AT_ONCE = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Bench bench;
    private final Switch listener;
    private final List<Person> people;
    private final List<Talk.Voice> voices = new ArrayList<>();

    private Voices(Bench bench, Switch listener, List<Person> people) {
        this.bench = bench;
        this.listener = listener;
        this.people = people;
    }

    /** Starts the conversations, and connects everybody. */
    static Voices inPairs(Bench bench, Switch listener) {
        var pairs = bench.options().pairs();
        var people = bench.people().register(2 * pairs);
        bench.say("starting %d conversations".formatted(pairs));
        var conversations = new Conversations(bench.api()).direct(Conversations.inPairs(people));
        var voices = new Voices(bench, listener, people);
        var links = voices.open(people);
        for (var at = 0; at < links.size(); at++) {
            voices.voices.add(new Talk.Voice(links.get(at), conversations.get(at / 2)));
        }
        return voices;
    }

    List<Talk.Voice> all() {
        return List.copyOf(voices);
    }

    /** Closes the connections of some of them, and opens others in their place. */
    void reconnect(int from, int to) {
        voices.subList(from, to).forEach(voice -> voice.link().close());
        var links = open(people.subList(from, to));
        for (var at = from; at < to; at++) {
            voices.set(at, new Talk.Voice(links.get(at - from), voices.get(at).conversationId()));
        }
    }

    private List<Link> open(List<Person> some) {
        return Waiting.on(bench.links().open(some, AT_ONCE, listener, new Latencies()), PATIENCE);
    }

    @Override
    public void close() {
        voices.forEach(voice -> voice.link().close());
    }
}
