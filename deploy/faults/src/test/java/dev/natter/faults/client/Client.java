package dev.natter.faults.client;

import dev.natter.faults.check.LogEntry;
import dev.natter.faults.check.Screen;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** One device of a user: what is on its screen, and what it has sent without an acknowledgement so far. */
public final class Client {

    private static final int TIMEOUT_SECONDS = 10;
    private static final int MOST_WAITING = 50;

    private final Vertx vertx;
    private final Person person;
    private final Recorder recorder;
    private final ReconnectingSocket line;
    private final Map<String, Timeline> timelines = new ConcurrentHashMap<>();
    private final Map<String, PendingMessages> outboxes = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> readers = new ConcurrentHashMap<>();
    private final CatchUp catchUp;
    private final long overdue;
    private final int door;
    private volatile boolean gone;

    /**
     * @param door the number of the network that its sockets take
     * @param origin where it finds Natter there
     */
    public Client(Vertx vertx, Person person, int door, String origin, Recorder recorder) {
        this.vertx = vertx;
        this.person = person;
        this.recorder = recorder;
        this.door = door;
        this.line = new ReconnectingSocket(vertx, person, origin, recorder, this::hear);
        this.catchUp = new CatchUp(vertx, person, recorder);
        this.overdue = vertx.setPeriodic(1_000, timer -> timelines.keySet().forEach(this::goAnotherWay));
    }

    /** Shows that conversation from now on. */
    public void follow(String conversationId, Set<String> memberIds) {
        timelines.put(conversationId, new Timeline());
        outboxes.put(conversationId, new PendingMessages());
        readers.put(conversationId, memberIds);
    }

    public void connect() {
        line.connect();
    }

    /** Ends the connection and comes back no more. */
    public void leave() {
        gone = true;
        vertx.cancelTimer(overdue);
        line.leave();
    }

    /** Writes something into one of its conversations, unless too much is waiting already. */
    public void write(String conversationId, String text) {
        var outbox = outboxes.get(conversationId);
        if (outbox.size() < MOST_WAITING) {
            outbox.add(recorder.writes(conversationId, person.id(), text, readers.get(conversationId)));
            push(conversationId);
        }
    }

    /** Reads what is on the screen. */
    public void read(String conversationId) {
        var seq = timelines.get(conversationId).reached();
        if (seq > 0) {
            person.call(
                            HttpMethod.PUT,
                            "/api/v1/conversations/" + conversationId + "/read",
                            new JsonObject().put("seq", seq))
                    .onSuccess(answer -> {
                        if (answer.status() == 204) {
                            recorder.read(conversationId, person.id(), seq);
                        }
                    });
        }
    }

    private void push(String conversationId) {
        if (line.isReady()) {
            outboxes.get(conversationId)
                    .next(recorder.now())
                    .forEach(writing -> line.send(new JsonObject()
                            .put("type", "send")
                            .put("conversationId", conversationId)
                            .put("clientMessageId", writing.clientMessageId())
                            .put("text", writing.text())));
        }
    }

    private void hear(JsonObject frame) {
        switch (frame.getString("type")) {
            case "ready" -> {
                outboxes.values().forEach(PendingMessages::callBack);
                timelines.keySet().forEach(this::fetch);
                timelines.keySet().forEach(this::push);
            }
            case "resync" -> timelines.keySet().forEach(this::fetch);
            case "sent" -> acknowledged(message(frame.getJsonObject("message")));
            case "message" -> {
                var message = message(frame.getJsonObject("message"));
                recorder.pushed(message, person.id());
                arrived(message);
            }
            case "entry" -> arrived(entry(frame.getString("conversationId"), frame.getJsonObject("entry")));
            case "error" -> refused(frame);
            default -> {
                // Receipts, presence and the like are no part of this client's screen.
            }
        }
    }

    private void acknowledged(LogEntry message) {
        outboxes.get(message.conversationId()).acknowledged(message.clientMessageId(), message, recorder.now());
        arrived(message);
        push(message.conversationId());
    }

    private void arrived(LogEntry entry) {
        var timeline = timelines.get(entry.conversationId());
        if (timeline != null && timeline.put(entry)) {
            recorder.seen(entry, person.id());
            if (timeline.hasGap()) {
                fetch(entry.conversationId());
            }
        }
    }

    private void fetch(String conversationId) {
        catchUp.fetch(conversationId, timelines.get(conversationId), this::arrived);
    }

    private void refused(JsonObject frame) {
        var clientMessageId = frame.getString("clientMessageId");
        recorder.refusedFrame(frame.getString("code"));
        if (clientMessageId != null) {
            outboxes.values().forEach(outbox -> outbox.refused(clientMessageId));
            vertx.setTimer(
                    ThreadLocalRandom.current().nextInt(500, 1_500),
                    timer -> timelines.keySet().forEach(this::push));
        }
    }

    /** Over REST, what the socket does not answer. */
    private void goAnotherWay(String conversationId) {
        var outbox = outboxes.get(conversationId);
        var before = recorder.now().minus(Duration.ofSeconds(TIMEOUT_SECONDS));
        outbox.overdue(before).stream().findFirst().ifPresent(writing -> {
            outbox.refused(writing.clientMessageId());
            person.call(
                            HttpMethod.POST,
                            "/api/v1/conversations/" + conversationId + "/messages",
                            new JsonObject()
                                    .put("clientMessageId", writing.clientMessageId())
                                    .put("text", writing.text()))
                    .onSuccess(answer -> {
                        if (!gone && (answer.status() == 200 || answer.status() == 201)) {
                            acknowledged(message(answer.json()));
                        }
                    });
        });
    }

    /** A message as JSON has it. */
    public static LogEntry message(JsonObject json) {
        return new LogEntry(
                json.getString("conversationId"),
                json.getLong("seq"),
                LogEntry.MESSAGE,
                json.getString("senderId"),
                json.getString("id"),
                json.getString("clientMessageId"),
                json.getString("text"));
    }

    /** An entry of a log as JSON has it. */
    public static LogEntry entry(String conversationId, JsonObject json) {
        var type = json.getString("type");
        return type.equals(LogEntry.MESSAGE)
                ? message(json.getJsonObject("message"))
                : new LogEntry(
                        conversationId,
                        json.getLong("seq"),
                        type,
                        json.getString("by"),
                        json.getString("messageId"),
                        null,
                        json.getString(type.equals(LogEntry.REACTED) ? "emoji" : "text"));
    }

    public Person person() {
        return person;
    }

    public int door() {
        return door;
    }

    public boolean isReady() {
        return line.isReady();
    }

    /** Whether it lacks nothing that lies before something that it has. */
    public boolean isComplete() {
        return timelines.values().stream().noneMatch(Timeline::hasGap);
    }

    /** How many messages have not been acknowledged. */
    public int waiting() {
        return outboxes.values().stream().mapToInt(PendingMessages::size).sum();
    }

    public List<String> conversations() {
        return List.copyOf(timelines.keySet());
    }

    /** Asks for what it may lack in all its conversations. */
    public void fetchAll() {
        timelines.keySet().forEach(this::fetch);
    }

    /** What it shows. */
    public List<Screen> screens() {
        return timelines.entrySet().stream()
                .map(each ->
                        new Screen(person.id(), each.getKey(), each.getValue().shown()))
                .toList();
    }
}
