package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
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

    private final RunningStack stack;

    LargeGroupIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void everythingWorksInAGroupOfAThousand() throws Exception {
        var people = people();
        var ada = people.get(0);
        var bob = people.get(1);
        var last = people.get(MEMBERS - 1);
        try (var adas = ada.socket(stack.chat(0));
                var bobs = bob.socket(stack.chat(1));
                var lasts = last.socket(stack.chat(1))) {
            var group = ada.converse(people.subList(1, MEMBERS).toArray(Person[]::new));
            for (var socket : List.of(adas, bobs, lasts)) {
                var started = socket.next(of("conversation")).getJsonObject("conversation");
                assertThat(started.getJsonArray("members")).hasSize(MEMBERS);
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

    private List<Person> people() throws ExecutionException, InterruptedException {
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
