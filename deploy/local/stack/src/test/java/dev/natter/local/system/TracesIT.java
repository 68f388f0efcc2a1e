package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A stack of its own, which tells a collector what it does: the way of a request through the services, and nothing of people. */
@TestMethodOrder(OrderAnnotation.class)
@Tag("slow")
class TracesIT {

    private static final int AT_ONCE = 60;
    private static final String SECRET = "a confidential text";

    @TempDir
    static Path data;

    private static TraceCollector collector;
    private static RunningStack stack;
    private static Person ada;
    private static Person bob;
    private static String conversation;

    @BeforeAll
    static void start() {
        collector = TraceCollector.start();
        stack = RunningStack.startAlone(data, Map.of("NATTER_TRACES_URL", collector.url()));
        ada = Person.signIn(stack, "ada");
        bob = Person.signIn(stack, "bob");
        conversation = ada.converse(bob);
    }

    @AfterAll
    static void stop() {
        stack.close();
        collector.close();
    }

    @Test
    @Order(1)
    void aSignInIsOneTraceFromTheRequestToTheMailAndToTheProfile() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var asked = traceOf("POST /api/v1/auth/otp");
            assertThat(asked).anyMatch(span -> span.service().equals("mail") && span.kind() == Span.CONSUMER);
            var verified = traceOf("POST /api/v1/auth/otp/verify");
            assertThat(names(verified, "natter-user")).containsOnlyOnce("insert accounts");
            assertThat(verified).anyMatch(span -> span.service().equals("natter-chat") && span.kind() == Span.CONSUMER);
            assertThat(names(verified, "natter-chat")).anyMatch(name -> name.endsWith(" profiles"));
        });
    }

    @Test
    @Order(2)
    void aSendIsOneTraceFromTheDoorToTheStore() {
        send("POST", "/api/v1/conversations/" + conversation + "/messages");
        try (var socket = ada.socket(stack.chat(0))) {
            var id = socket.send(conversation, SECRET);
            socket.next(frame -> sent(frame, id));
        }

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(names(traceOf("POST /api/v1/conversations/{conversationId}/messages"), "natter-chat"))
                    .containsOnlyOnce("insert entries")
                    .anyMatch(name -> name.endsWith(" conversations"));
            assertThat(names(traceOf("socket send"), "natter-chat")).contains("insert entries");
        });
    }

    @Test
    @Order(3)
    void aBatchHasATraceOfItsOwnLinkedToAllItsRequests() {
        try (var socket = ada.socket(stack.chat(0))) {
            var last = "";
            for (var frame = 0; frame < AT_ONCE; frame++) {
                last = socket.send(conversation, SECRET);
            }
            var id = last;
            socket.next(frame -> sent(frame, id));
        }

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var frames = roots("socket send");
            assertThat(frames).hasSizeGreaterThanOrEqualTo(AT_ONCE);
            // The Redis client calls its pipelines batches too.
            var batches = roots("batch").stream()
                    .filter(span -> span.about().contains("natter.batch.size"))
                    .toList();
            assertThat(batches).isNotEmpty().allSatisfy(span -> {
                assertThat(span.linked()).isNotEmpty().doesNotContain(span.trace());
                assertThat(collector.trace(span.trace())).hasSizeGreaterThan(1);
            });
            var own = new HashSet<String>();
            frames.forEach(span -> assertThat(own.add(span.trace())).isTrue());
            frames.forEach(span -> assertThat(names(collector.trace(span.trace()), "natter-chat"))
                    .filteredOn("insert entries"::equals)
                    .hasSizeLessThanOrEqualTo(1));
        });
    }

    @Test
    @Order(4)
    void spansHaveNoPersonalData() {
        ada.call("GET", "/api/v1/users?query=" + bob.email(), null);
        ada.call("GET", "/api/v1/users/" + bob.id(), null);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(collector.spans())
                        .extracting(Span::name)
                        .contains("GET /api/v1/users", "GET /api/v1/users/{id}"));

        assertThat(collector.received())
                .doesNotContain(SECRET)
                .doesNotContain(Inbox.code(stack.inbox(), ada.email(), 1))
                .doesNotContain(ada.id(), conversation);
        for (var person : List.of(ada, bob)) {
            assertThat(collector.received())
                    .doesNotContain(person.email(), person.email().replace("@", "%40"), person.accessToken())
                    .doesNotContain(person.cookie().replaceFirst(".*=", ""));
        }
        assertThat(collector.spans())
                .flatExtracting(Span::about)
                .noneMatch(name ->
                        name.matches("db\\..*(statement|text)|url\\.(path|query|full)|client\\..*|user_agent.*"));
    }

    /** The last, because the collector does not come back. */
    @Test
    @Order(5)
    void aCollectorThatNeverAnswersDelaysNoRequest() {
        collector.fallSilent();
        try (var socket = bob.socket(stack.chat(1))) {
            for (var message = 0; message < AT_ONCE; message++) {
                var begun = System.nanoTime();
                var id = socket.send(conversation, SECRET);
                socket.next(frame -> sent(frame, id));
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
            }
        }
        assertThat(Person.signIn(stack, "eve").id()).isNotEmpty();
    }

    private static void send(String method, String path) {
        var body = new JsonObject()
                .put("clientMessageId", UUID.randomUUID().toString())
                .put("text", SECRET);
        assertThat(ada.call(method, path, body).statusCode()).isEqualTo(201);
    }

    private static boolean sent(JsonObject frame, String clientMessageId) {
        return frame.getString("type").equals("sent")
                && frame.getJsonObject("message").getString("clientMessageId").equals(clientMessageId);
    }

    private static List<Span> roots(String name) {
        return collector.spans().stream()
                .filter(span -> span.name().equals(name) && span.parent().isEmpty())
                .toList();
    }

    /** All of the first trace that begins like this; empty while there is none. */
    private static List<Span> traceOf(String name) {
        return roots(name).stream()
                .findFirst()
                .map(span -> collector.trace(span.trace()))
                .orElse(List.of());
    }

    private static List<String> names(List<Span> spans, String service) {
        return spans.stream()
                .filter(span -> span.service().equals(service))
                .map(Span::name)
                .toList();
    }
}
