package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is here, on two replicas of a stack of its own: one of them is killed. Its times are shorter than a real one's. */
@Tag("slow")
class PresenceIT {

    private static final Map<String, String> SHORT_TIMES = Map.of(
            "NATTER_PRESENCE_LEASE", "6s",
            "NATTER_PRESENCE_RENEWAL", "2s",
            "NATTER_PRESENCE_GRACE", "2s");

    @TempDir
    Path data;

    @Test
    void presenceIsTheSameOnEveryReplicaWhateverBecomesOfThem() {
        try (var stack = RunningStack.startAlone(data, SHORT_TIMES)) {
            var ada = Person.signIn(stack, "ada");
            var bob = Person.signIn(stack, "bob");
            var eve = Person.signIn(stack, "eve");
            ada.converse(bob);
            try (var adas = ada.socket(stack.chat(0));
                    var eves = eve.socket(stack.chat(0))) {
                comesAndGoes(stack, ada, adas, bob);
                isKilledWithHisReplica(stack, ada, adas, bob);
                signsOut(stack, ada, adas, bob);
                assertThat(eves.count(frame -> frame.getString("type").equals("presence")))
                        .isZero();
            }
        }
    }

    private static void comesAndGoes(RunningStack stack, Person ada, Socket adas, Person bob) {
        var bobs = bob.socket(stack.chat(1));
        adas.next(presence(bob, true));
        assertThat(isOnline(stack, 0, ada, bob)).isTrue();
        assertThat(isOnline(stack, 1, ada, bob)).isTrue();

        bobs.close();
        adas.next(presence(bob, false));
        assertThat(isOnline(stack, 0, ada, bob)).isFalse();
        untilOffline(stack, 1, ada, bob);
        adas.forget();
    }

    private static void isKilledWithHisReplica(RunningStack stack, Person ada, Socket adas, Person bob) {
        try (var bobs = bob.socket(stack.chat(1))) {
            adas.next(presence(bob, true));

            ProcessHandle.of(stack.pids("chat").get(1)).orElseThrow().destroyForcibly();
            bobs.closeCode();

            adas.next(presence(bob, false), Duration.ofSeconds(20));
            assertThat(isOnline(stack, 0, ada, bob)).isFalse();
        }
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(Api.call("GET", stack.chat(1) + "/q/health/ready", null)
                                .statusCode())
                        .isEqualTo(200));
        adas.forget();
    }

    private static void signsOut(RunningStack stack, Person ada, Socket adas, Person bob) {
        try (var bobs = bob.socket(stack.chat(1))) {
            adas.next(presence(bob, true));

            bob.call("POST", "/api/v1/auth/logout", null);

            assertThat(bobs.closeCode()).isEqualTo(4401);
            // At once: sooner than the moment for which a reload is waited for.
            adas.next(presence(bob, false), Duration.ofMillis(1_800));
            untilOffline(stack, 1, ada, bob);
        }
    }

    private static void untilOffline(RunningStack stack, int replica, Person viewer, Person who) {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(isOnline(stack, replica, viewer, who)).isFalse());
    }

    private static boolean isOnline(RunningStack stack, int replica, Person viewer, Person who) {
        var answer = viewer.at(stack.chat(replica), "GET", "/api/v1/presence?userIds=" + who.id(), null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonArray items = new JsonObject(answer.body()).getJsonArray("items");
        assertThat(items).hasSize(1);
        return items.getJsonObject(0).getBoolean("online");
    }

    private static Predicate<JsonObject> presence(Person who, boolean online) {
        return frame -> frame.getString("type").equals("presence")
                && frame.getString("userId").equals(who.id())
                && frame.getBoolean("online") == online;
    }
}
