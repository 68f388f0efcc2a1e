package dev.natter.faults.client;

import dev.natter.faults.check.Message;
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

/** One device of somebody: what is on its screen, and what it has written and nobody has acknowledged yet. */
public final class Client {

    private static final int PATIENCE_SECONDS = 10;
    private static final int MOST_WAITING = 50;

    private final Vertx vertx;
    private final Person person;
    private final Recorder recorder;
    private final Line line;
    private final Map<String, Timeline> timelines = new ConcurrentHashMap<>();
    private final Map<String, Outbox> outboxes = new ConcurrentHashMap<>();
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
        this.line = new Line(vertx, person, origin, recorder, this::hear);
        this.catchUp = new CatchUp(vertx, person, recorder);
        this.overdue = vertx.setPeriodic(1_000, timer -> timelines.keySet().forEach(this::goAnotherWay));
    }

    /** Shows that conversation from now on. */
    public void follow(String conversationId, Set<String> memberIds) {
        timelines.put(conversationId, new Timeline());
        outboxes.put(conversationId, new Outbox());
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
                outboxes.values().forEach(Outbox::callBack);
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
            case "error" -> refused(frame);
            default -> {
                // Receipts, presence and the like are no part of this client's screen.
            }
        }
    }

    private void acknowledged(Message message) {
        outboxes.get(message.conversationId()).acknowledged(message.clientMessageId(), message, recorder.now());
        arrived(message);
        push(message.conversationId());
    }

    private void arrived(Message message) {
        var timeline = timelines.get(message.conversationId());
        if (timeline != null && timeline.put(message)) {
            recorder.seen(message, person.id());
            if (timeline.hasGap()) {
                fetch(message.conversationId());
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
        var before = recorder.now().minus(Duration.ofSeconds(PATIENCE_SECONDS));
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
    public static Message message(JsonObject json) {
        return new Message(
                json.getString("conversationId"),
                json.getLong("seq"),
                json.getString("senderId"),
                json.getString("clientMessageId"),
                json.getString("text"));
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

    /** How much nobody has acknowledged yet. */
    public int waiting() {
        return outboxes.values().stream().mapToInt(Outbox::size).sum();
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
