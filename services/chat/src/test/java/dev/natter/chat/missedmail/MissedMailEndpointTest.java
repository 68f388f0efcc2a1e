package dev.natter.chat.missedmail;

import static com.mongodb.client.model.Filters.eq;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.natter.chat.Caller;
import dev.natter.chat.UserEventPublisher;
import dev.natter.chat.UserServiceStub;
import dev.natter.chat.conversation.Memberships;
import dev.natter.chat.conversation.Receipts;
import dev.natter.chat.log.MissedMessages;
import dev.natter.chat.notification.Notifications;
import dev.natter.chat.profile.MissedMailRecipients;
import dev.natter.testing.RecordedLog;
import dev.natter.testing.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas look for users who are due, on the real stores and the broker; time and presence are the test's. */
@QuarkusTest
class MissedMailEndpointTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    MissedMailRecipients recipients;

    @Inject
    Memberships memberships;

    @Inject
    Receipts receipts;

    @Inject
    MissedMessages messages;

    @Inject
    ComposeMissedMail compose;

    @Inject
    Notifications notifications;

    @Inject
    MissedMailConfig config;

    @Inject
    ReactiveMongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final TestClock clock = new TestClock();
    private final FakePresence presence = new FakePresence();
    private final UserEventPublisher events = new UserEventPublisher();
    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private MissedMailSweep one;
    private MissedMailSweep other;
    private TestMailQueue mails;

    @BeforeEach
    void start() {
        // Messages are sent at the time of the service.
        clock.advance(Duration.between(TestClock.NOON, Instant.now()));
        mails = new TestMailQueue();
        one = replica(recipients);
        other = replica(recipients);
        wantsMail(ada);
        presence.lastSeen(ada, clock.instant());
    }

    @AfterEach
    void close() throws IOException {
        wantsNone(ada);
        events.close();
        mails.close();
    }

    @Test
    void anHourOfflineWithUnreadMessagesMakesOneMail() {
        var direct = ada.conversationWith(bob);
        bob.send(direct, "a secret");
        bob.send(direct, "another one");
        var walkers = Caller.newUser();
        walkers.send(walkers.start("Sunday walkers", ada, bob).path("id"), "Rain?");

        clock.advance(MINUTE.multipliedBy(59));
        sweep();
        assertThat(mails.to(address(ada))).isEmpty();

        clock.advance(MINUTE.multipliedBy(2));
        sweep();
        sweep();

        var mail = theMail();
        assertThat(mail.getString("subject")).isEqualTo("3 messages in Natter");
        assertThat(mail.getString("body"))
                .contains("2 messages from " + UserServiceStub.nameOf(bob.id()) + "\n")
                .contains("1 message in Sunday walkers\n")
                .contains(mail.getString("unsubscribeUrl") + "\n")
                .doesNotContain("secret", "another one", "Rain");
        assertThat(mail.getString("unsubscribeUrl")).endsWith("/api/v1/users/unsubscribe/token-of-" + ada.id());
        assertThat(Instant.parse(mail.getString("expiresAt")))
                .isEqualTo(clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void replicasThatLookAtTheSameTimeMakeOneMail() {
        bob.send(ada.conversationWith(bob), "hello");
        clock.advance(MINUTE.multipliedBy(61));

        get(Uni.join()
                .all(one.sweep(), other.sweep(), one.sweep(), other.sweep())
                .andFailFast());

        theMail();
    }

    @Test
    void aDayHasOneMailAndTheNextDayOneIfThereIsSomethingNew() {
        var conversation = ada.conversationWith(bob);
        bob.send(conversation, "hello");
        clock.advance(MINUTE.multipliedBy(61));
        sweep();
        theMail();

        bob.send(conversation, "still there?");
        clock.advance(Duration.ofHours(23));
        sweep();
        assertThat(mails.to(address(ada))).hasSize(1);

        clock.advance(MINUTE.multipliedBy(61));
        sweep();
        assertThat(mails.to(address(ada))).hasSize(2);
        assertThat(mails.to(address(ada)).get(1).getString("subject")).isEqualTo("2 messages in Natter");
        assertThat(mails.to(address(ada)).get(1).getString("id"))
                .isNotEqualTo(mails.to(address(ada)).get(0).getString("id"));

        clock.advance(Duration.ofDays(3));
        sweep();
        assertThat(mails.to(address(ada))).hasSize(2);
    }

    @Test
    void oneADayAlsoWhenTheMailsAreSwitchedOffAndOnAgain() {
        var conversation = ada.conversationWith(bob);
        bob.send(conversation, "hello");
        clock.advance(MINUTE.multipliedBy(61));
        sweep();
        theMail();

        wantsNone(ada);
        sweep();
        wantsMail(ada);
        bob.send(conversation, "hello again");
        clock.advance(Duration.ofHours(2));
        sweep();

        theMail();
    }

    @Test
    void whatIsMutedBlockedDeletedOrReadMeanwhileDoesNotCount() {
        var muted = ada.conversationWith(bob);
        bob.send(muted, "muted");
        ada.request(new JsonObject().put("mutedUntil", "9999-12-31T00:00:00.000Z"))
                .patch("/api/v1/conversations/" + muted + "/mine")
                .then()
                .statusCode(200);
        var eve = Caller.newUser();
        eve.send(ada.conversationWith(eve), "before she was blocked");
        eve.send(eve.start("With Eve", ada).path("id"), "in a group");
        wantsMail(ada, eve);
        eve.send(ada.conversationWith(eve), "while she is blocked");
        var carol = Caller.newUser();
        var withCarol = ada.conversationWith(carol);
        ada.read(withCarol, carol.send(withCarol, "read").getLong("seq"));
        var dora = Caller.newUser();
        var withDora = ada.conversationWith(dora);
        dora.request()
                .delete("/api/v1/conversations/" + withDora + "/messages/"
                        + dora.send(withDora, "deleted").getString("id"))
                .then()
                .statusCode(204);
        ada.send(withDora, "own");
        clock.advance(MINUTE.multipliedBy(61));

        sweep();

        assertThat(mails.to(address(ada))).isEmpty();
    }

    @Test
    void whatComesLaterIsMailedWithinMinutes() {
        clock.advance(MINUTE.multipliedBy(90));
        sweep();
        bob.send(ada.conversationWith(bob), "late");
        clock.advance(MINUTE.multipliedBy(10));

        sweep();

        theMail();
    }

    @Test
    void whoIsOnlineGetsNoneAndAnHourAfterLeavingOne() {
        bob.send(ada.conversationWith(bob), "hello");
        presence.online(ada);
        clock.advance(MINUTE.multipliedBy(61));
        sweep();
        presence.lastSeen(ada, clock.instant().plus(MINUTE.multipliedBy(30)));
        clock.advance(MINUTE.multipliedBy(89));
        sweep();
        assertThat(mails.to(address(ada))).isEmpty();

        clock.advance(MINUTE);
        sweep();
        theMail();
    }

    @Test
    void whoComesOnlineDuringTheLookGetsNone() {
        bob.send(ada.conversationWith(bob), "hello");
        clock.advance(MINUTE.multipliedBy(61));
        presence.onlineAtTheSecondLook(ada);

        sweep();

        assertThat(mails.to(address(ada))).isEmpty();
    }

    @Test
    void noneIsMadeWhileItCannotBeKnownWhoIsOnline() {
        bob.send(ada.conversationWith(bob), "hello");
        clock.advance(MINUTE.multipliedBy(61));
        presence.away(true);
        get(one.run());
        assertThat(mails.to(address(ada))).isEmpty();

        presence.away(false);
        sweep();
        theMail();
    }

    @Test
    void aReplicaThatDiesBeforeItPublishesLeavesTheMailToTheOther() {
        bob.send(ada.conversationWith(bob), "hello");
        clock.advance(MINUTE.multipliedBy(61));
        get(recipients.claim(ada.id(), clock.instant(), clock.instant().plus(MINUTE.multipliedBy(5))));
        sweep();
        assertThat(mails.to(address(ada))).isEmpty();

        clock.advance(MINUTE.multipliedBy(5));
        sweep();

        theMail();
    }

    @Test
    void aReplicaThatDiesAfterItPublishesCausesARepeatWithTheSameIdAtMost() {
        bob.send(ada.conversationWith(bob), "hello");
        clock.advance(MINUTE.multipliedBy(61));
        get(replica(new DyingRecipients(recipients)).sweep());
        theMail();

        clock.advance(MINUTE.multipliedBy(5));
        sweep();
        clock.advance(Duration.ofHours(20));
        sweep();

        assertThat(mails.to(address(ada)))
                .hasSize(2)
                .extracting(mail -> mail.getString("id"))
                .containsOnly(mails.to(address(ada)).get(0).getString("id"));
    }

    @Test
    void theAddressIsErasedWithTheSettingAndWithTheAccount() {
        assertThat(stored(ada).toJson()).contains(address(ada), "token-of-");
        bob.send(ada.conversationWith(bob), "hello");
        clock.advance(MINUTE.multipliedBy(61));

        wantsNone(ada);

        assertThat(stored(ada).toJson()).doesNotContain(address(ada), "token-of-");
        sweep();
        assertThat(mails.to(address(ada))).isEmpty();
        assertThat(stored(ada)).doesNotContainKey("missedMail");

        wantsMail(bob);
        events.deleted(bob);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stored(bob).toJson()).contains("\"deleted\": true"));
        assertThat(stored(bob).toJson()).doesNotContain(address(bob), "token-of-");
    }

    @Test
    void aLongListIsCutAndNothingOfItIsLogged() {
        try (var log = new RecordedLog()) {
            for (var number = 0; number < 12; number++) {
                var friend = Caller.newUser();
                friend.send(ada.conversationWith(friend), "x");
            }
            clock.advance(MINUTE.multipliedBy(61));

            sweep();

            var body = theMail().getString("body");
            assertThat(body.lines().filter(line -> line.startsWith("1 message from ")))
                    .hasSize(10);
            assertThat(body).contains("12 messages are unread").contains("and more in 2 other conversations\n");
            assertThat(log.lines()).noneMatch(line -> line.contains(address(ada)) || line.contains("token-of-"));
        }
    }

    private MissedMailSweep replica(MissedMailRecipients store) {
        var mailMissed = new MailMissed(
                store,
                memberships,
                receipts,
                messages,
                presence,
                compose,
                notifications,
                config,
                new SimpleMeterRegistry());
        return new MissedMailSweep(store, presence, mailMissed, config, clock);
    }

    /** Both replicas, one after the other. */
    private void sweep() {
        get(one.sweep());
        get(other.sweep());
    }

    private JsonObject theMail() {
        assertThat(mails.to(address(ada))).hasSize(1);
        return mails.to(address(ada)).get(0);
    }

    private void wantsMail(Caller user, Caller... blocked) {
        events.wantsMissedMail(user, address(user), blocked);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(stored(user)).isNotNull();
            assertThat(stored(user).toJson()).contains(address(user));
            assertThat(stored(user).getList("blocked", String.class)).hasSize(blocked.length);
        });
    }

    private void wantsNone(Caller user) {
        events.wantsMissedMail(user, null);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stored(user).toJson()).contains("\"off\""));
    }

    private Document stored(Caller user) {
        return get(mongo.getDatabase(database)
                .getCollection("profiles")
                .find(eq("_id", user.id()))
                .collect()
                .first());
    }

    private static String address(Caller user) {
        return user.id() + "@example.com";
    }
}
