package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What has reached whom and who has read what, on two replicas. */
@ExtendWith(OneStack.class)
class ReceiptIT {

    private final RunningStack stack;

    ReceiptIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void receiptsAreLiveOnEveryReplicaAndThereAfterAReconnect() {
        var ada = Person.signIn(stack, "ada");
        var bob = Person.signIn(stack, "bob");
        var conversation = ada.converse(bob);
        try (var adas = ada.socket(stack.chat(0));
                var adasPhone = ada.socket(stack.chat(1));
                var bobs = bob.socket(stack.chat(1));
                var bobsPhone = bob.socket(stack.chat(0))) {
            adas.send(conversation, "Soup?");
            bobs.message("Soup?");

            bobs.send(receipt("delivered", conversation, 1));
            adas.next(receiptOf("delivered", bob));
            adasPhone.next(receiptOf("delivered", bob));
            bobs.send(receipt("read", conversation, 1));

            for (var socket : List.of(adas, adasPhone, bobs, bobsPhone)) {
                assertThat(socket.next(receiptOf("read", bob)).getInteger("seq"))
                        .isEqualTo(1);
            }
            assertThat(bobsPhone.count(receiptOf("delivered", bob))).isZero();
        }
        var place = member(ada, conversation, bob);
        assertThat(place.getInteger("deliveredSeq")).isEqualTo(1);
        assertThat(place.getInteger("readSeq")).isEqualTo(1);
    }

    @Test
    void typingIsSeenOnTheOtherReplicaAndEndsByItself() {
        var ada = Person.signIn(stack, "ada");
        var bob = Person.signIn(stack, "bob");
        var conversation = ada.converse(bob);
        try (var adas = ada.socket(stack.chat(0));
                var bobs = bob.socket(stack.chat(1))) {
            adas.send(new JsonObject()
                    .put("type", "typing")
                    .put("conversationId", conversation)
                    .put("typing", true));

            bobs.next(frame -> frame.getString("type").equals("typing") && frame.getBoolean("typing"));
            bobs.next(frame -> frame.getString("type").equals("typing") && !frame.getBoolean("typing"));
        }
    }

    @Test
    void whatIsUnreadIsRightOnEveryReplicaAfterEveryStep() {
        var random = new Random(7);
        var people = List.of(Person.signIn(stack, "ada"), Person.signIn(stack, "bob"), Person.signIn(stack, "cleo"));
        var conversations =
                List.of(people.get(0).converse(people.get(1)), people.get(0).converse(people.get(1), people.get(2)));
        var model = new HashMap<String, Model>();
        conversations.forEach(id -> model.put(id, new Model()));
        for (var step = 0; step < 60; step++) {
            var id = conversations.get(random.nextInt(2));
            var who = people.get(random.nextInt(id.equals(conversations.get(0)) ? 2 : 3));
            model.get(id).step(stack, random, id, who);
            for (var each : people) {
                checkList(each, stack.chat(random.nextInt(2)), model);
            }
        }
    }

    private static void checkList(Person who, String replica, Map<String, Model> model) {
        var items = new JsonObject(
                        who.at(replica, "GET", "/api/v1/conversations", null).body())
                .getJsonArray("items");
        for (var i = 0; i < items.size(); i++) {
            var item = items.getJsonObject(i);
            assertThat(item.getLong("unread"))
                    .isEqualTo(model.get(item.getString("id")).unread(who.id()));
        }
    }

    /** What is true of one conversation. */
    private static final class Model {

        private final List<String> senders = new ArrayList<>();
        private final Map<String, Integer> read = new HashMap<>();
        private JsonObject lastBody;
        private Person lastSender;

        void step(RunningStack stack, Random random, String id, Person who) {
            var replica = stack.chat(random.nextInt(2));
            var path = "/api/v1/conversations/" + id;
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    lastSender = who;
                    lastBody = new JsonObject()
                            .put("clientMessageId", UUID.randomUUID().toString())
                            .put("text", "m" + senders.size());
                    assertThat(who.at(replica, "POST", path + "/messages", lastBody)
                                    .statusCode())
                            .isEqualTo(201);
                    senders.add(who.id());
                }
                case 2 -> {
                    if (lastBody != null) {
                        assertThat(lastSender
                                        .at(replica, "POST", path + "/messages", lastBody)
                                        .statusCode())
                                .isEqualTo(200);
                    }
                }
                default -> {
                    var seq = random.nextInt(senders.size() + 2);
                    assertThat(who.at(replica, "PUT", path + "/read", new JsonObject().put("seq", seq))
                                    .statusCode())
                            .isEqualTo(204);
                    read.merge(who.id(), Math.min(seq, senders.size()), Math::max);
                }
            }
        }

        long unread(String userId) {
            return senders.subList(read.getOrDefault(userId, 0), senders.size()).stream()
                    .filter(sender -> !sender.equals(userId))
                    .count();
        }
    }

    private static JsonObject receipt(String type, String conversation, int seq) {
        return new JsonObject()
                .put("type", type)
                .put("conversationId", conversation)
                .put("seq", seq);
    }

    private static Predicate<JsonObject> receiptOf(String type, Person who) {
        return frame -> frame.getString("type").equals(type)
                && frame.getString("userId").equals(who.id());
    }

    private static JsonObject member(Person viewer, String conversation, Person member) {
        var shown = new JsonObject(viewer.call("GET", "/api/v1/conversations/" + conversation, null)
                .body());
        return shown.getJsonArray("members").stream()
                .map(JsonObject.class::cast)
                .filter(each -> each.getString("userId").equals(member.id()))
                .findFirst()
                .orElseThrow();
    }
}
