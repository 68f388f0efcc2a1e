package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A group of a thousand people who all have signed in, on two replicas. */
@ExtendWith(OneStack.class)
@Tag("slow")
class LargeGroupIT {

    private static final int MEMBERS = 1_000;
    private static final int AT_ONCE = 16;
    private static final int GROUPS = 100;
    private static final int LISTS = 40;
    private static final int MAX_ANSWER = 1_000_000;
    private static final long MAX_RESIDENT = 400L << 20;

    private static List<Person> people = List.of();

    private final RunningStack stack;

    LargeGroupIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void everythingWorksInAGroupOfAThousand() throws Exception {
        var people = people(stack);
        var ada = people.get(0);
        var bob = people.get(1);
        var last = people.get(MEMBERS - 1);
        try (var adas = ada.socket(stack.chat(0));
                var bobs = bob.socket(stack.chat(1));
                var lasts = last.socket(stack.chat(1))) {
            var group = ada.converse(people.subList(1, MEMBERS).toArray(Person[]::new));
            for (var socket : List.of(adas, bobs, lasts)) {
                var started = socket.next(of("conversation")).getJsonObject("conversation");
                assertThat(started.getInteger("memberCount")).isEqualTo(MEMBERS);
                assertThat(started.getJsonArray("members")).hasSizeLessThanOrEqualTo(20);
            }

            bobs.send(frame("typing", group).put("typing", true));
            adas.next(of("typing", bob));
            lasts.next(of("typing", bob));
            bobs.send(group, "Soup for a thousand");
            adas.message("Soup for a thousand");
            lasts.message("Soup for a thousand");
            lasts.send(frame("delivered", group).put("seq", 1));
            adas.next(of("delivered", last));
            bobs.next(of("delivered", last));
            lasts.send(frame("read", group).put("seq", 1));
            adas.next(of("read", last));
            bobs.next(of("read", last));

            assertThat(unread(people.get(500), group)).isEqualTo(1);
            assertThat(unread(last, group)).isZero();
            lasts.close();
            adas.next(frame -> of("presence").test(frame)
                    && frame.getString("userId").equals(last.id())
                    && !frame.getBoolean("online"));
        }
    }

    /** On the heap of 128 MB that services have here, a quarter of what the manifests give chat. */
    @Test
    void listsOfAHundredOfThemFitIntoMemory() throws Exception {
        var people = people(stack);
        var maker = people.get(0);
        var others = people.subList(1, MEMBERS).toArray(Person[]::new);
        for (var group = 0; group < GROUPS; group++) {
            maker.converse(others);
        }
        var replicas = stack.pids("chat");

        var answers = lists(people);

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(new JsonObject(answer.body()).getJsonArray("items")).hasSize(GROUPS);
            assertThat(answer.body()).hasSizeLessThan(MAX_ANSWER);
        });
        assertThat(stack.pids("chat")).as("none has ended").isEqualTo(replicas);
        for (var pid : replicas) {
            assertThat(peakBytes(pid)).isLessThan(MAX_RESIDENT);
        }
    }

    /** Half of them by one person, half by as many. */
    private List<HttpResponse<String>> lists(List<Person> people) throws ExecutionException, InterruptedException {
        var workers = Executors.newFixedThreadPool(LISTS);
        try {
            var asking = IntStream.range(0, LISTS)
                    .mapToObj(number -> people.get(number % 2 == 0 ? 0 : number))
                    .map(person -> workers.submit(() -> list(person)))
                    .toList();
            var answers = new ArrayList<HttpResponse<String>>();
            for (var each : asking) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            workers.shutdownNow();
        }
    }

    /** Repeated while it is put off, as a client does. */
    private static HttpResponse<String> list(Person person) {
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> person.call("GET", "/api/v1/conversations?limit=100", null),
                        answer -> answer.statusCode() != 503
                                || answer.headers().firstValue("Retry-After").isEmpty());
    }

    private static long peakBytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Signed in once for all tests. */
    private static synchronized List<Person> people(RunningStack stack)
            throws ExecutionException, InterruptedException {
        if (people.isEmpty()) {
            people = signIn(stack);
        }
        return people;
    }

    private static List<Person> signIn(RunningStack stack) throws ExecutionException, InterruptedException {
        var workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var signing = IntStream.range(0, MEMBERS)
                    .mapToObj(number -> workers.submit(() -> Person.signIn(stack, "member" + number)))
                    .toList();
            var people = new ArrayList<Person>();
            for (var each : signing) {
                people.add(each.get());
            }
            return people;
        } finally {
            workers.shutdownNow();
        }
    }

    private static long unread(Person who, String conversation) {
        var shown = who.call("GET", "/api/v1/conversations/" + conversation, null);
        return new JsonObject(shown.body()).getLong("unread");
    }

    private static JsonObject frame(String type, String conversation) {
        return new JsonObject().put("type", type).put("conversationId", conversation);
    }

    private static Predicate<JsonObject> of(String type) {
        return frame -> frame.getString("type").equals(type);
    }

    private static Predicate<JsonObject> of(String type, Person who) {
        return of(type).and(frame -> frame.getString("userId").equals(who.id()));
    }
}
