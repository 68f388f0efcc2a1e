package dev.natter.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.natter.faults.check.Checker;
import dev.natter.faults.client.ChangeProbe;
import dev.natter.faults.client.Client;
import dev.natter.faults.client.Flood;
import dev.natter.faults.client.ImageProbe;
import dev.natter.faults.client.OtpProbe;
import dev.natter.faults.client.Person;
import dev.natter.faults.client.Recorder;
import dev.natter.faults.client.Traffic;
import dev.natter.faults.cluster.Cluster;
import dev.natter.faults.cluster.Replica;
import dev.natter.faults.nemesis.Moment;
import dev.natter.faults.nemesis.Nemesis;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One fault, with people who write before it, during it and after it. */
final class Trial {

    private static final Duration BEFORE = Duration.ofSeconds(2);
    private static final Duration AFTER = Duration.ofSeconds(4);
    /** For how long all must have been well to be well again. */
    private static final Duration OBSERVED = Duration.ofSeconds(4);

    private static final Duration TO_SETTLE = Duration.ofSeconds(120);
    private static final Duration LIVE = Findings.TIMED ? Duration.ofSeconds(5) : TO_SETTLE;
    private static final String AUDIBLE = "can you hear me?";
    private static final Duration OTP_LIFETIME = Duration.ofMinutes(5);
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(61);

    private final Vertx vertx;
    private final Cluster cluster;
    private final Nemesis nemesis;
    private final Recorder recorder = new Recorder(Clock.systemUTC());
    private final Map<String, Set<Person>> conversations;
    private final List<Client> clients;
    private final OtpProbe probe;
    private final ImageProbe pictures;
    private final ChangeProbe changes;

    Trial(Vertx vertx, Cluster cluster, TestUsers town, Nemesis nemesis) {
        this.vertx = vertx;
        this.cluster = cluster;
        this.nemesis = nemesis;
        this.conversations = town.converse();
        this.clients = town.clients(conversations, recorder);
        this.pictures = new ImageProbe(vertx, conversations, recorder);
        this.changes = new ChangeProbe(vertx, conversations, recorder);
        this.probe = new OtpProbe(vertx, town.rest(), cluster.origin(), cluster.smtp(), recorder);
    }

    /** Returns what was measured; fails when a promise was broken. */
    Findings run() {
        var traffic = new Traffic(vertx, clients);
        var flood = flood();
        try {
            clients.forEach(Client::connect);
            await().atMost(TO_SETTLE)
                    .untilAsserted(() -> assertThat(clients)
                            .as("sockets that are ready; counted so far: " + recorder.counts())
                            .allMatch(Client::isReady));
            var parkedBefore = DeadLetters.count(cluster);
            traffic.begin();
            probe.begin();
            pictures.begin();
            changes.begin();
            if (nemesis.has(Nemesis.Trait.FLOODS)) {
                flood.begin();
            }
            Moment.pass(BEFORE);
            var began = recorder.now();
            strike();
            var over = recorder.now();
            flood.end();
            Moment.pass(AFTER);
            awaitRecovery(over);
            traffic.end();
            probe.stopAsking();
            pictures.stopSending();
            changes.stopChanging();
            settle();
            everybodyHearsEverybody();
            var findings = new Findings(nemesis, recorder, probe.promised(), began, over);
            findings.check(evidence(parkedBefore));
            if (nemesis.has(Nemesis.Trait.SPARES_OTHERS)) {
                findings.spared(spared().map(client -> client.person().id()).collect(Collectors.toSet()));
            }
            recorder.end();
            return findings;
        } finally {
            traffic.end();
            flood.end();
            probe.end();
            pictures.end();
            changes.end();
            clients.forEach(Client::leave);
        }
    }

    /** A fault that fails to do or to undo what it says leaves nothing of itself to the next one. */
    private void strike() {
        try {
            nemesis.strike().at(cluster);
        } catch (RuntimeException | AssertionError failure) {
            try {
                cluster.mend();
            } catch (RuntimeException | AssertionError worse) {
                failure.addSuppressed(worse);
            }
            throw failure;
        }
    }

    private Stream<Client> spared() {
        return clients.stream().filter(client -> client.door() != Nemesis.STRUCK_DOOR);
    }

    /** Of those to whom nothing happens, in the conversation with most of the others. */
    private Flood flood() {
        var largest = conversations.entrySet().stream()
                .max(Comparator.comparingInt(each -> each.getValue().size()))
                .orElseThrow();
        var writers = spared().filter(client -> largest.getValue().contains(client.person()))
                .toList();
        return new Flood(vertx, writers, largest.getKey());
    }

    /** Waits until all is as before, and at most as long as that may take: the findings tell what was late. */
    private void awaitRecovery(Instant over) {
        var end = over.plus(Findings.TIMED ? nemesis.recovery() : TO_SETTLE).plus(OBSERVED);
        await().forever()
                .pollInterval(Duration.ofMillis(200))
                .until(() -> recorder.now().isAfter(end)
                        || (cluster.replicas().stream().allMatch(Replica::isReady)
                                && clients.stream().allMatch(Client::isReady)
                                && Findings.lateSince(recorder, recorder.now().minus(OBSERVED))
                                        .isEmpty()));
    }

    private void settle() {
        clients.forEach(Client::fetchAll);
        await().atMost(TO_SETTLE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            assertThat(clients.stream().mapToInt(Client::waiting).sum())
                    .as("unacknowledged")
                    .isZero();
            assertThat(recorder.writings())
                    .as("written and not seen by all; %s", recorder.counts())
                    .filteredOn(writing -> writing.seenByAll().equals(Instant.MAX))
                    .isEmpty();
            assertThat(changes.underWay()).as("unacknowledged changes").isZero();
        });
        await().atMost(nemesis.recovery().plus(TO_SETTLE)).until(() -> probe.missing() == 0 || mayPark());
    }

    private boolean mayPark() {
        return nemesis.name().equals("smtp-5xx");
    }

    /** One message in each conversation, which has to come to everybody by itself. */
    private void everybodyHearsEverybody() {
        conversations.forEach((id, members) -> clients.stream()
                .filter(client -> members.contains(client.person()))
                .findFirst()
                .orElseThrow()
                .write(id, AUDIBLE));
        await().atMost(LIVE)
                .untilAsserted(() -> assertThat(recorder.writings())
                        .filteredOn(writing -> writing.text().equals(AUDIBLE))
                        .hasSize(conversations.size())
                        .allSatisfy(writing -> assertThat(recorder.notPushedTo(writing))
                                .as("not pushed: %s", writing)
                                .isEmpty()));
        await().atMost(LIVE)
                .until(() -> clients.stream().mapToInt(Client::waiting).sum() == 0
                        && clients.stream().allMatch(Client::isComplete));
    }

    private List<String> evidence(long parkedBefore) {
        var collector = new Collector(cluster, conversations, recorder);
        var violations = new ArrayList<>(collector.disagreements());
        var mails = probe.mails(DeadLetters.count(cluster) - parkedBefore);
        var evidence = collector.evidence(
                clients, nemesis.has(Nemesis.Trait.BREAKS_ORDER), changes.acknowledged(), mails, pictures.pictures());
        violations.addAll(new Checker(OTP_LIFETIME, CLOCKS_DIFFER).violations(evidence));
        violations.addAll(new PresenceCheck(cluster, conversations).violations());
        return violations;
    }
}
