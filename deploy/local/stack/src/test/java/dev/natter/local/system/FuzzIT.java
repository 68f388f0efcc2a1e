package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every operation and every frame of the API documents, bent: never a fault, always a problem with a code, never a connection
 * that is dropped for what was in a frame, and nothing of it stays in memory. {@code natter.fuzz.runs} says how often each is
 * bent, {@code natter.fuzz.seed} how; always the same by default.
 */
@ExtendWith(OneStack.class)
@Tag("fuzz")
class FuzzIT {

    private static final int RUNS = Integer.getInteger("natter.fuzz.runs", 15);
    private static final long SEED = Long.getLong("natter.fuzz.seed", 20_260_101);
    /** As many frames of one person at once are no flood. */
    private static final int FRAMES_A_SOCKET = 100;
    /** A larger frame ends the connection, as documented: so many characters are at most three times as many bytes. */
    private static final int FRAME_CHARACTERS = 20_000;

    private static final List<String> ODD_HEADERS = List.of(
            "X-Odd: none",
            "Authorization: Bearer",
            "Authorization: Basic Og==",
            "Content-Type: application/json; charset=nonsense",
            "Content-Type: text/plain",
            "Accept: */*;q=x, ;;",
            "Accept-Encoding: gzip;q=2, \\",
            "Idempotency-Key: " + "k".repeat(2_000),
            "X-Request-Id: a b/../c",
            "X-Forwarded-For: 1, unknown, [::1",
            "Cookie: natter_refresh=; natter_device==;=",
            "If-None-Match: \"",
            "Range: bytes=9-1",
            "Traceparent: 00-zz-zz-zz");

    private static final long BYTES_KEPT = 8L * 1024 * 1024;

    private final RunningStack stack;
    private Noise noise;
    private Person ada;
    private String conversation;

    FuzzIT(RunningStack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void begin() {
        JqwikSession.start();
        noise = new Noise(SEED);
        twoPeopleWhoTalk();
    }

    @AfterEach
    void end() {
        JqwikSession.finish();
    }

    private void twoPeopleWhoTalk() {
        ada = Person.signIn(stack, "ada");
        conversation = ada.converse(Person.signIn(stack, "bob"));
    }

    @Test
    void noRequestIsAFault() throws Exception {
        sendRequests(RUNS);
    }

    @Test
    void noFrameEndsAConnection() {
        sendFrames(RUNS);
    }

    @Test
    @DisabledIfSystemProperty(named = "natter.native", matches = "true", disabledReason = "jcmd is for JVMs")
    void nothingOfItStaysInMemory() throws Exception {
        sendRequests(RUNS / 3);
        sendFrames(RUNS / 3);
        var before = Heap.bytes(stack, "chat") + Heap.bytes(stack, "user");

        sendRequests(RUNS);
        sendFrames(RUNS);

        assertThat(Heap.bytes(stack, "chat") + Heap.bytes(stack, "user"))
                .as("bytes on the heaps of chat and user, of " + before + " (seed " + SEED + ")")
                .isLessThan(before + BYTES_KEPT);
    }

    private void sendRequests(int runs) throws Exception {
        for (var operation : Operation.all()) {
            for (var run = 0; run < runs; run++) {
                sendRequest(operation);
            }
        }
    }

    private void sendRequest(Operation operation) throws Exception {
        var known = Map.of(
                "conversationId",
                conversation,
                "id",
                ada.id(),
                "imageId",
                UUID.randomUUID().toString());
        var body = operation.example().isEmpty()
                ? ""
                : noise.withAKeyTwice(noise.text(withUnusedEmail(operation.example())));
        var path = noise.path(operation.path(), known) + bentQuery(operation);

        var answer = answer(operation.method(), path, body);

        var what = "%s %s %.300s (seed %d): %s".formatted(operation.method(), path, body, SEED, answer.body());
        assertThat(answer.statusCode()).as(what).isLessThan(500);
        if (answer.statusCode() >= 400) {
            assertThat(answer.headers().firstValue("Content-Type"))
                    .as(what)
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(new JsonObject(answer.body()).getString("code")).as(what).matches("[a-z0-9_]+");
        }
        if (operation.path().endsWith("/logout")) {
            twoPeopleWhoTalk();
        }
    }

    /** The limits of the address in the documents belong to the tests that sign in with it. */
    private static JsonObject withUnusedEmail(JsonObject example) {
        return example.containsKey("email")
                ? example.copy().put("email", "fuzz-" + UUID.randomUUID() + "@example.com")
                : example;
    }

    private String bentQuery(Operation operation) {
        var query = operation.query().stream()
                .map(name -> name + "=" + noise.encoded(String.valueOf(noise.value())))
                .toList();
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    private HttpResponse<String> answer(String method, String path, String body) throws Exception {
        var header = noise.pick(ODD_HEADERS).split(": ", 2);
        return Api.CLIENT.send(
                HttpRequest.newBuilder(URI.create(stack.app() + path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + ada.accessToken())
                        .header("Content-Type", "application/json")
                        .header(header[0], header[1])
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private void sendFrames(int runs) {
        for (var left = examples().size() * runs; left > 0; left -= FRAMES_A_SOCKET) {
            // All sockets of one person together would be a flood.
            twoPeopleWhoTalk();
            try (var socket = ada.socket(stack.chat(left / FRAMES_A_SOCKET % 2))) {
                sendFrames(socket, examples(), Math.min(left, FRAMES_A_SOCKET));
            }
        }
    }

    private List<JsonObject> examples() {
        return Documents.SOCKET.messages("fromClient").values().stream()
                .map(message -> Documents.SOCKET.root().at("/components/messages/" + message + "/examples/0/payload"))
                .map(payload -> new JsonObject(payload.toString()))
                .map(frame -> frame.containsKey("conversationId") ? frame.put("conversationId", conversation) : frame)
                .map(frame -> frame.containsKey("accessToken") ? frame.put("accessToken", ada.accessToken()) : frame)
                .toList();
    }

    /** Whatever comes before it, a proper message gets its answer. */
    private void sendFrames(Socket socket, List<JsonObject> examples, int count) {
        var sent = new ArrayList<String>();
        try {
            for (var i = 0; i < count; i++) {
                var text = noise.text(noise.pick(examples));
                sent.add(Noise.sendable(text.substring(0, Math.min(text.length(), FRAME_CHARACTERS))));
                socket.sendText(sent.get(i));
            }
            var alive = socket.send(conversation, "still here");
            socket.next(frame -> frame.getString("type").equals("sent")
                    && frame.getJsonObject("message")
                            .getString("clientMessageId")
                            .equals(alive));
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError(
                    "after one of these frames (seed %d):%n%s".formatted(SEED, shortened(sent)), failure);
        }
    }

    private static String shortened(List<String> frames) {
        return frames.stream().map("%.300s"::formatted).collect(Collectors.joining(System.lineSeparator()));
    }
}
