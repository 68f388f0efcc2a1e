package dev.natter.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group of a thousand is a conversation as any other, but for receipts among a crowd. */
@QuarkusTest
class LargeGroupEndpointTest {

    private static final int MEMBERS = 1_000;
    /** Receipts go to all members while no more of the others are online: {@code NATTER_RECEIPT_CROWD}. */
    private static final int CROWD = 100;

    private final List<String> people =
            IntStream.range(0, MEMBERS).mapToObj(number -> Door.newId()).toList();
    private final String ada = people.get(0);
    private final String bob = people.get(1);
    private final String cleo = people.get(2);
    private String group;

    @BeforeEach
    void started() {
        Door.awaitReady();
        group = Door.conversation(ada, people.subList(1, MEMBERS).toArray(String[]::new));
    }

    @Test
    void everythingWorksAsInADirectOne() {
        try (var adas = Door.open(ada);
                var bobs = Door.open(bob);
                var cleos = Door.open(cleo)) {
            bobs.send(new JsonObject()
                    .put("type", "typing")
                    .put("conversationId", group)
                    .put("typing", true));
            assertThat(adas.take("typing").getString("userId")).isEqualTo(bob);

            bobs.sendMessage(group, Door.newId(), "Soup for a thousand");
            assertThat(bobs.take("sent").getJsonObject("message").getLong("seq"))
                    .isEqualTo(1);
            Stream.of(adas, cleos)
                    .forEach(client -> assertThat(client.take("message")
                                    .getJsonObject("message")
                                    .getString("senderId"))
                            .isEqualTo(bob));

            cleos.send(receipt("delivered"));
            Stream.of(adas, bobs)
                    .forEach(client -> assertThat(client.take("delivered").getString("userId"))
                            .isEqualTo(cleo));
            cleos.send(receipt("read"));
            Stream.of(adas, bobs, cleos)
                    .forEach(client ->
                            assertThat(client.take("read").getString("userId")).isEqualTo(cleo));
        }
    }

    @Test
    void everyMemberSeesItAndWhatIsUnread() {
        new Caller(ada).send(group, "Soup for a thousand");

        var last = new Caller(people.get(MEMBERS - 1)).show(group);

        assertThat(last.getLong("unread")).isEqualTo(1);
        assertThat(last.getInteger("memberCount")).isEqualTo(MEMBERS);
        assertThat(new Caller(ada).show(group).getLong("unread")).isZero();
    }

    @Test
    void amongACrowdReceiptsGoToTheAuthorAlone() {
        var readers = people.subList(2, CROWD + 4).stream().map(Door::open).toList();
        try (var adas = Door.open(ada);
                var bobs = Door.open(bob)) {
            adas.sendMessage(group, Door.newId(), "Soup?");
            bobs.take("message");

            tells("delivered", readers, adas);
            tells("read", readers, adas);
            readers.forEach(
                    reader -> assertThat(reader.take("read").getLong("seq")).isEqualTo(1));
            adas.sendMessage(group, Door.newId(), "Now?");
            bobs.take("message");
            assertThat(bobs.skipped())
                    .extracting(frame -> frame.getString("type"))
                    .doesNotContain("delivered", "read");
        } finally {
            readers.forEach(LiveClient::close);
        }
    }

    private void tells(String type, List<LiveClient> readers, LiveClient author) {
        readers.forEach(reader -> reader.send(receipt(type)));
        readers.forEach(reader -> assertThat(author.take(type).getLong("seq")).isEqualTo(1));
    }

    private JsonObject receipt(String type) {
        return new JsonObject().put("type", type).put("conversationId", group).put("seq", 1);
    }
}
