package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneStack.class)
class ChatIT {

    private final RunningStack stack;

    ChatIT(RunningStack stack) {
        this.stack = stack;
    }

    /** A replica that an earlier test ended may still be on its way back: its connections get a resync instead of messages. */
    @BeforeEach
    void bothReplicasAreReady() {
        for (var replica : List.of(stack.chat(0), stack.chat(1))) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                var ready = HttpRequest.newBuilder(URI.create(replica + "/q/health/ready"))
                        .build();
                assertThat(Api.CLIENT.send(ready, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(200);
            });
        }
    }

    @Test
    void twoPeopleOnTwoReplicasSeeEachOthersMessagesLive() {
        var ada = Person.signIn(stack, "ada");
        var bob = Person.signIn(stack, "bob");
        try (var adasSocket = ada.socket(stack.chat(0));
                var bobsSocket = bob.socket(stack.chat(1))) {
            var conversation = ada.converse(bob);
            bobsSocket.next(frame -> frame.getString("type").equals("conversation")
                    && frame.getJsonObject("conversation").getString("id").equals(conversation));

            var clientMessageId = adasSocket.send(conversation, "Soup?");
            var sent = adasSocket
                    .next(frame -> frame.getString("type").equals("sent"))
                    .getJsonObject("message");
            var received = bobsSocket.message("Soup?");
            bobsSocket.send(conversation, "Yes!");
            var answered = adasSocket.message("Yes!");

            assertThat(received).isEqualTo(sent);
            assertThat(sent.getString("clientMessageId")).isEqualTo(clientMessageId);
            assertThat(sent.getString("senderId")).isEqualTo(ada.id());
            assertThat(sent.getInteger("seq")).isEqualTo(1);
            assertThat(answered.getInteger("seq")).isEqualTo(2);
            assertThat(texts(bob, conversation)).containsExactly("Soup?", "Yes!");
        }
    }

    @Test
    void everyConnectionOfEveryMemberGetsAMessageOnce() {
        var ada = Person.signIn(stack, "ada");
        var bob = Person.signIn(stack, "bob");
        var cleo = Person.signIn(stack, "cleo");
        var conversation = ada.converse(bob, cleo);
        try (var sender = ada.socket(stack.app());
                var adas = ada.socket(stack.chat(1));
                var bobs = bob.socket(stack.chat(0));
                var bobsPhone = bob.socket(stack.chat(1));
                var cleos = cleo.socket(stack.app())) {
            sender.send(conversation, "first");
            sender.send(conversation, "last");

            for (var socket : List.of(adas, bobs, bobsPhone, cleos)) {
                socket.message("last");
                assertThat(socket.texts()).containsExactly("first", "last");
            }
            assertThat(sender.texts()).isEmpty();
        }
    }

    @Test
    void theSameClientMessageIdOnBothReplicasIsOneMessage() {
        var ada = Person.signIn(stack, "ada");
        var bob = Person.signIn(stack, "bob");
        var conversation = ada.converse(bob);
        var path = "/api/v1/conversations/" + conversation + "/messages";
        var message = new JsonObject()
                .put("clientMessageId", UUID.randomUUID().toString())
                .put("text", "once");

        var answers = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> ada.at(stack.chat(i % 2), "POST", path, message))
                .toList();

        assertThat(answers).extracting(answer -> answer.statusCode()).containsOnlyOnce(201);
        assertThat(answers)
                .extracting(answer -> new JsonObject(answer.body()))
                .containsOnly(new JsonObject(answers.get(0).body()));
        assertThat(texts(bob, conversation)).containsExactly("once");
    }

    @Test
    void whatWasMissedIsFetchedByItsNumber() {
        var ada = Person.signIn(stack, "ada");
        var bob = Person.signIn(stack, "bob");
        var conversation = ada.converse(bob);
        try (var sender = ada.socket(stack.chat(0))) {
            for (var text : List.of("one", "two", "three")) {
                sender.send(conversation, text);
            }
            sender.next(frame -> frame.getString("type").equals("sent")
                    && frame.getJsonObject("message").getInteger("seq") == 3);
        }

        var missed = bob.call("GET", "/api/v1/conversations/" + conversation + "/messages?after=1", null);

        var items = new JsonObject(missed.body()).getJsonArray("items");
        assertThat(IntStream.range(0, items.size())
                        .mapToObj(i -> items.getJsonObject(i).getString("text")))
                .containsExactly("two", "three");
    }

    @Test
    void theListHasTheLatestOnTopWithWhatIsUnread() {
        var ada = Person.signIn(stack, "ada");
        var bob = Person.signIn(stack, "bob");
        var cleo = Person.signIn(stack, "cleo");
        var withBob = ada.converse(bob);
        var withCleo = ada.converse(cleo);
        try (var bobs = bob.socket(stack.chat(0));
                var adas = ada.socket(stack.chat(1))) {
            bobs.send(withBob, "news");
            adas.message("news");
        }

        var list = new JsonObject(ada.call("GET", "/api/v1/conversations", null).body()).getJsonArray("items");

        assertThat(list.getJsonObject(0).getString("id")).isEqualTo(withBob);
        assertThat(list.getJsonObject(0).getInteger("unread")).isEqualTo(1);
        assertThat(list.getJsonObject(1).getString("id")).isEqualTo(withCleo);
        assertThat(list.getJsonObject(1).getInteger("unread")).isZero();
    }

    @Test
    void aNewNameIsSeenLiveByAllWhoShareAConversation() {
        var ada = Person.signIn(stack, "ada");
        var bob = Person.signIn(stack, "bob");
        ada.converse(bob);
        try (var bobs = bob.socket(stack.chat(1))) {
            var renamed = ada.call("PATCH", "/api/v1/users/me", new JsonObject().put("name", "Ada Lovelace"));

            assertThat(renamed.statusCode()).isEqualTo(200);
            bobs.next(frame -> frame.getString("type").equals("profile")
                    && frame.getJsonObject("user").getString("name").equals("Ada Lovelace"));
        }
    }

    @Test
    void signingOutClosesTheSocketsOnEveryReplica() {
        var ada = Person.signIn(stack, "ada");
        try (var here = ada.socket(stack.chat(0));
                var there = ada.socket(stack.chat(1))) {
            assertThat(ada.call("POST", "/api/v1/auth/logout", null).statusCode())
                    .isEqualTo(204);

            assertThat(here.closeCode()).isEqualTo(4401);
            assertThat(there.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void aStrangerFindsNothing() {
        var ada = Person.signIn(stack, "ada");
        var bob = Person.signIn(stack, "bob");
        var eve = Person.signIn(stack, "eve");
        var conversation = ada.converse(bob);

        assertThat(eve.call("GET", "/api/v1/conversations/" + conversation, null)
                        .statusCode())
                .isEqualTo(404);
        try (var eves = eve.socket(stack.app())) {
            eves.send(conversation, "let me in");
            eves.next(frame -> frame.getString("type").equals("error"));
        }
        assertThat(texts(ada, conversation)).isEmpty();
    }

    @Test
    void aReplicaThatIsKilledLosesNothingAndItsPeopleComeBackElsewhere() {
        var ada = Person.signIn(stack, "ada");
        var bob = Person.signIn(stack, "bob");
        var conversation = ada.converse(bob);
        try (var adas = ada.socket(stack.chat(0));
                var bobs = bob.socket(stack.chat(1))) {
            adas.send(conversation, "before");
            adas.next(frame -> frame.getString("type").equals("sent"));
            bobs.message("before");

            ProcessHandle.of(stack.pids("chat").get(1)).orElseThrow().destroyForcibly();
            bobs.closeCode();

            try (var bobsAgain = bob.socket(stack.chat(0))) {
                adas.send(conversation, "after");
                bobsAgain.message("after");
            }
            assertThat(texts(bob, conversation)).containsExactly("before", "after");
        }
        untilReady(1);
    }

    @Test
    void aReplicaThatIsAskedToEndSendsItsPeopleElsewhereAndEndsWell() throws IOException {
        var ada = Person.signIn(stack, "ada");
        // An image that once kept a thread for ever, and with it the process.
        var image = Files.readAllBytes(
                RunningStack.ROOT.resolve("services/testing/src/main/resources/images/png-fdict.png"));
        var imageId = Images.upload(ada, stack.chat(0), image);
        assertThat(Images.show(ada, stack.chat(0), imageId).statusCode()).isEqualTo(302);
        try (var adas = ada.socket(stack.chat(0))) {
            ProcessHandle.of(stack.pids("chat").get(0)).orElseThrow().destroy();

            assertThat(adas.closeCode()).isEqualTo(1012);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(stack.output()).contains("chat-1 ended with code 0"));
        }
        untilReady(0);
    }

    private void untilReady(int replica) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(Api.call("GET", stack.chat(replica) + "/q/health/ready", null)
                                .statusCode())
                        .isEqualTo(200));
    }

    private static List<String> texts(Person reader, String conversation) {
        var items = reader.history(conversation);
        return IntStream.range(0, items.size())
                .mapToObj(i -> items.getJsonObject(i).getString("text"))
                .toList();
    }
}
