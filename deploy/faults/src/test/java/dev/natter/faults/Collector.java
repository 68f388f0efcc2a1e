package dev.natter.faults;

import dev.natter.faults.check.Change;
import dev.natter.faults.check.Evidence;
import dev.natter.faults.check.FinalState;
import dev.natter.faults.check.ImageMessage;
import dev.natter.faults.check.LogEntry;
import dev.natter.faults.check.Mail;
import dev.natter.faults.check.ReadPosition;
import dev.natter.faults.check.Sent;
import dev.natter.faults.client.Client;
import dev.natter.faults.client.Person;
import dev.natter.faults.client.Recorder;
import dev.natter.faults.cluster.Cluster;
import dev.natter.local.stack.service.ServiceKind;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fetches what the service has stored, after the clients have stopped writing. */
final class Collector {

    private final Cluster cluster;
    private final Map<String, Set<Person>> conversations;
    private final Recorder recorder;

    Collector(Cluster cluster, Map<String, Set<Person>> conversations, Recorder recorder) {
        this.cluster = cluster;
        this.conversations = conversations;
        this.recorder = recorder;
    }

    Evidence evidence(
            List<Client> clients,
            boolean orderMayBreak,
            List<Change> changes,
            List<Mail> mails,
            List<ImageMessage> pictures) {
        return new Evidence(
                recorder.acknowledged(),
                changes,
                store(0),
                states(),
                clients.stream().flatMap(client -> client.screens().stream()).toList(),
                orderMayBreak ? List.of() : sent(),
                places(),
                mails,
                pictures);
    }

    /** Both replicas must tell the same. */
    List<String> disagreements() {
        return store(0).equals(store(1)) ? List.of() : List.of("store: the replicas tell different histories");
    }

    private Map<String, List<LogEntry>> store(int replica) {
        var address = cluster.replica(ServiceKind.CHAT, replica).url().toString();
        var store = new HashMap<String, List<LogEntry>>();
        conversations.forEach((id, members) -> store.put(id, history(address, id, any(members))));
        return store;
    }

    private List<FinalState> states() {
        return conversations.entrySet().stream()
                .flatMap(each -> pages(any(each.getValue()), cluster.origin(), each.getKey(), "messages"))
                .map(Collector::state)
                .toList();
    }

    private static FinalState state(JsonObject message) {
        return new FinalState(
                message.getString("conversationId"),
                message.getString("id"),
                message.getString("text"),
                message.getString("editedAt") != null,
                message.getJsonArray("reactions").stream()
                        .map(JsonObject.class::cast)
                        .collect(Collectors.toMap(
                                reaction -> reaction.getString("emoji"),
                                reaction -> reaction.getJsonArray("userIds").stream()
                                        .map(String.class::cast)
                                        .collect(Collectors.toSet()))));
    }

    private static Person any(Set<Person> members) {
        return members.iterator().next();
    }

    private static List<LogEntry> history(String address, String conversationId, Person reader) {
        return pages(reader, address, conversationId, "entries")
                .map(entry -> Client.entry(conversationId, entry))
                .toList();
    }

    /** The entries, or the messages, of a conversation from the first one on. */
    private static Stream<JsonObject> pages(Person reader, String address, String conversationId, String what) {
        var items = new ArrayList<JsonObject>();
        JsonObject page;
        do {
            var after = items.isEmpty() ? 0 : items.get(items.size() - 1).getLong("seq");
            page = reader.getAt(
                    address, "/api/v1/conversations/%s/%s?after=%d&limit=100".formatted(conversationId, what, after));
            page.getJsonArray("items").forEach(item -> items.add((JsonObject) item));
        } while (page.getBoolean("hasMore"));
        return items.stream();
    }

    /** What went out one behind the other and was never put off. */
    private List<Sent> sent() {
        var byAuthor = new HashMap<String, Sent>();
        recorder.writings().stream()
                .filter(writing -> !writing.wasRefused())
                .forEach(writing -> byAuthor.computeIfAbsent(
                                writing.conversationId() + "/" + writing.senderId(),
                                key -> new Sent(writing.conversationId(), writing.senderId(), new ArrayList<>()))
                        .keepsOrder()
                        .add(writing.clientMessageId()));
        return List.copyOf(byAuthor.values());
    }

    private List<ReadPosition> places() {
        var places = new ArrayList<ReadPosition>();
        conversations.forEach((id, members) -> members.forEach(member -> {
            var shown = member.get("/api/v1/conversations/" + id);
            var readSeq = shown.getJsonArray("members").stream()
                    .map(JsonObject.class::cast)
                    .filter(each -> each.getString("userId").equals(member.id()))
                    .mapToLong(each -> each.getLong("readSeq"))
                    .findFirst()
                    .orElseThrow();
            places.add(new ReadPosition(
                    id, member.id(), readSeq, shown.getLong("unread"), recorder.read(id, member.id())));
        }));
        return places;
    }
}
