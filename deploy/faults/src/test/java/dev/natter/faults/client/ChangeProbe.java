package dev.natter.faults.client;

import dev.natter.faults.check.Change;
import dev.natter.faults.check.LogEntry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Users who edit what they have sent and react to it, each to one message at a time, and repeat what is not acknowledged. */
public final class ChangeProbe {

    private static final int PERIOD_MILLIS = 300;
    private static final List<String> EMOJI = List.of("👍", "😂", "❤️");

    private final Vertx vertx;
    private final Map<String, Set<Person>> conversations;
    private final Map<String, Person> people;
    private final Recorder recorder;
    private final Queue<Change> acknowledged = new ConcurrentLinkedQueue<>();
    private final Set<Change> begun = ConcurrentHashMap.newKeySet();
    private final Set<String> beingEdited = ConcurrentHashMap.newKeySet();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger edits = new AtomicInteger();
    private volatile boolean ended;
    private long timer;

    public ChangeProbe(Vertx vertx, Map<String, Set<Person>> conversations, Recorder recorder) {
        this.vertx = vertx;
        this.conversations = conversations;
        this.recorder = recorder;
        this.people = conversations.values().stream()
                .flatMap(Set::stream)
                .distinct()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    public void begin() {
        timer = vertx.setPeriodic(PERIOD_MILLIS, tick -> change());
    }

    /** Begins no more changes; what is under way goes on. */
    public void stopChanging() {
        vertx.cancelTimer(timer);
    }

    public void end() {
        stopChanging();
        ended = true;
    }

    /** How many changes are not acknowledged. */
    public int underWay() {
        return underWay.get();
    }

    public List<Change> acknowledged() {
        return List.copyOf(acknowledged);
    }

    private void change() {
        var messages = recorder.acknowledged();
        if (messages.isEmpty()) {
            return;
        }
        var random = ThreadLocalRandom.current();
        var message = messages.get(random.nextInt(messages.size()));
        if (random.nextBoolean()) {
            edit(message);
        } else {
            var members = List.copyOf(conversations.get(message.conversationId()));
            react(message, members.get(random.nextInt(members.size())).id(), EMOJI.get(random.nextInt(EMOJI.size())));
        }
    }

    /** One edit of a message at a time: what comes last is known. */
    private void edit(LogEntry message) {
        if (beingEdited.add(message.messageId())) {
            var text = "edit " + edits.incrementAndGet();
            begin(change(message, LogEntry.EDITED, message.userId(), text));
        }
    }

    private void react(LogEntry message, String userId, String emoji) {
        var change = change(message, LogEntry.REACTED, userId, emoji);
        if (begun.add(change)) {
            begin(change);
        }
    }

    private static Change change(LogEntry message, String type, String userId, String text) {
        return new Change(message.conversationId(), type, userId, message.messageId(), text);
    }

    private void begin(Change change) {
        underWay.incrementAndGet();
        send(change);
    }

    private void send(Change change) {
        call(change).onSuccess(answer -> {
            if (answer.status() == 200 || answer.status() == 204) {
                acknowledged.add(change);
                if (change.type().equals(LogEntry.EDITED)) {
                    beingEdited.remove(change.messageId());
                }
                underWay.decrementAndGet();
            } else if (!ended) {
                vertx.setTimer(ThreadLocalRandom.current().nextInt(500, 1_500), again -> send(change));
            }
        });
    }

    private Future<HttpReply> call(Change change) {
        var user = people.get(change.userId());
        var path = "/api/v1/conversations/%s/messages/%s".formatted(change.conversationId(), change.messageId());
        return change.type().equals(LogEntry.EDITED)
                ? user.call(HttpMethod.PATCH, path, new JsonObject().put("text", change.text()))
                : user.call(
                        HttpMethod.PUT,
                        path + "/reactions/" + URLEncoder.encode(change.text(), StandardCharsets.UTF_8),
                        null);
    }
}
