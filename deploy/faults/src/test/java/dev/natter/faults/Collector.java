package dev.natter.faults;

import dev.natter.faults.check.Evidence;
import dev.natter.faults.check.Mail;
import dev.natter.faults.check.Message;
import dev.natter.faults.check.Picture;
import dev.natter.faults.check.Place;
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

/** Asks the service what it holds, once nobody writes any more. */
final class Collector {

    private final Cluster cluster;
    private final Map<String, Set<Person>> conversations;
    private final Recorder recorder;

    Collector(Cluster cluster, Map<String, Set<Person>> conversations, Recorder recorder) {
        this.cluster = cluster;
        this.conversations = conversations;
        this.recorder = recorder;
    }

    Evidence evidence(List<Client> clients, boolean orderMayBreak, List<Mail> mails, List<Picture> pictures) {
        return new Evidence(
                recorder.acknowledged(),
                store(0),
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

    private Map<String, List<Message>> store(int replica) {
        var address = cluster.replica(ServiceKind.CHAT, replica).url().toString();
        var store = new HashMap<String, List<Message>>();
        conversations.forEach((id, members) -> store.put(id, history(address, id, any(members))));
        return store;
    }

    private static Person any(Set<Person> members) {
        return members.iterator().next();
    }

    private static List<Message> history(String address, String conversationId, Person reader) {
        var messages = new ArrayList<Message>();
        JsonObject page;
        do {
            var after =
                    messages.isEmpty() ? 0 : messages.get(messages.size() - 1).seq();
            page = reader.getAt(
                    address, "/api/v1/conversations/%s/messages?after=%d&limit=100".formatted(conversationId, after));
            page.getJsonArray("items").forEach(item -> messages.add(Client.message((JsonObject) item)));
        } while (page.getBoolean("hasMore"));
        return messages;
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

    private List<Place> places() {
        var places = new ArrayList<Place>();
        conversations.forEach((id, members) -> members.forEach(member -> {
            var shown = member.get("/api/v1/conversations/" + id);
            var readSeq = shown.getJsonArray("members").stream()
                    .map(JsonObject.class::cast)
                    .filter(each -> each.getString("userId").equals(member.id()))
                    .mapToLong(each -> each.getLong("readSeq"))
                    .findFirst()
                    .orElseThrow();
            places.add(new Place(id, member.id(), readSeq, shown.getLong("unread"), recorder.read(id, member.id())));
        }));
        return places;
    }
}
