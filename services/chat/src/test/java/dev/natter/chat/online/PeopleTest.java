package dev.natter.chat.online;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.TestTimers;
import dev.natter.chat.conversation.Presence.Seen;
import dev.natter.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Ada, who shares a conversation with Bob, is told of him, on a replica that both or only she may be connected to. */
class PeopleTest {

    private static final String BOB = "bob";

    private final TestClock clock = new TestClock();
    private final TestTimers timers = new TestTimers(clock);
    private final OneReplica replica = new OneReplica(clock, timers).sharing("lunch", "ada", BOB);

    PeopleTest() {
        replica.open("ada-1", "ada");
    }

    @Test
    void whoComesIsOnlineAtOnce() {
        replica.open("bob-1", BOB);

        assertThat(told()).containsExactly(online());
        assertThat(shown()).isEqualTo(new Seen(true, null));
    }

    @Test
    void severalDevicesAreOnePerson() {
        replica.open("bob-1", BOB);
        replica.open("bob-2", BOB);
        replica.came("other", BOB);

        replica.close("bob-1", BOB);
        replica.went("other", BOB);
        after(60);

        assertThat(told()).containsExactly(online());
    }

    @Test
    void whoGoesIsOfflineAfterAMomentAndWasSeenWhenHeWent() {
        replica.open("bob-1", BOB);
        after(100);
        var left = clock.instant();

        replica.close("bob-1", BOB);
        after(4);
        assertThat(shown()).isEqualTo(new Seen(true, null));
        after(1);

        assertThat(told()).containsExactly(online(), offline(left));
        assertThat(shown()).isEqualTo(new Seen(false, left));
    }

    @Test
    void aReloadDoesNotFlicker() {
        replica.open("bob-1", BOB);
        for (var number = 2; number < 6; number++) {
            replica.close("bob-" + (number - 1), BOB);
            after(4);
            replica.open("bob-" + number, BOB);
        }
        after(60);

        assertThat(told()).containsExactly(online());
    }

    @Test
    void aReloadThatEndsOnAnotherReplicaDoesNotFlickerEither() {
        replica.open("bob-1", BOB);

        replica.close("bob-1", BOB);
        after(1);
        replica.came("other", BOB);
        after(60);
        assertThat(told()).containsExactly(online());
        replica.went("other", BOB);
        after(5);

        assertThat(told()).hasSize(2);
    }

    @Test
    void whoSignsOutIsOfflineAtOnce() {
        replica.open("bob-1", BOB);

        replica.signedOut(BOB);
        assertThat(told()).containsExactly(online());
        replica.close("bob-1", BOB);

        assertThat(told()).containsExactly(online(), offline(clock.instant()));
    }

    @Test
    void whoSignsOutOnAnotherReplicaIsOfflineAtOnceWhicheverIsHeardFirst() {
        replica.came("other", BOB);
        replica.signedOut(BOB);
        replica.went("other", BOB);
        assertThat(told()).containsExactly(online(), offline(clock.instant()));
        after(60);

        replica.came("other", BOB);
        replica.went("other", BOB);
        replica.signedOut(BOB);

        assertThat(told()).hasSize(4).endsWith(online(), offline(clock.instant()));
    }

    @Test
    void whoSignsOutOfOneOfTwoSessionsStays() {
        replica.open("bob-1", BOB);
        replica.open("bob-2", BOB);

        replica.signedOut(BOB);
        replica.close("bob-1", BOB);
        after(60);

        assertThat(told()).containsExactly(online());
    }

    @Test
    void whoeverIsLostWithHisReplicaIsOfflineAtOnce() {
        replica.came("other", BOB);

        replica.dies("other");

        assertThat(told()).containsExactly(online(), offline(clock.instant()));
        assertThat(shown()).isEqualTo(new Seen(false, clock.instant()));
    }

    @Test
    void strangersAreNotToldOfAnybody() {
        replica.open("eve-1", "eve");

        replica.open("bob-1", BOB);
        replica.close("bob-1", BOB);
        after(60);

        assertThat(replica.framesOf("eve-1")).isEmpty();
    }

    @Test
    void hisOwnDevicesAreNotTold() {
        replica.open("bob-1", BOB);
        replica.open("bob-2", BOB);

        assertThat(replica.framesOf("bob-1")).isEmpty();
        assertThat(replica.framesOf("bob-2")).isEmpty();
    }

    @Test
    void whoeverSharesANewConversationIsToldFromThenOn() {
        replica.open("eve-1", "eve");

        replica.met("plot", "eve", BOB);
        replica.open("bob-1", BOB);

        assertThat(replica.framesOf("eve-1")).containsExactly(online());
    }

    private List<String> told() {
        return replica.framesOf("ada-1");
    }

    private Seen shown() {
        return get(replica.shown().of(List.of(BOB))).get(BOB);
    }

    private void after(int seconds) {
        timers.advance(Duration.ofSeconds(seconds));
    }

    private static String online() {
        return "{\"type\":\"presence\",\"userId\":\"bob\",\"online\":true,\"lastSeenAt\":null}";
    }

    private static String offline(Instant since) {
        return "{\"type\":\"presence\",\"userId\":\"bob\",\"online\":false,\"lastSeenAt\":\"%s\"}"
                .formatted(since.toString().replace("Z", ".000Z"));
    }
}
