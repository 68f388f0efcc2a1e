package dev.natter.chat.search;

import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import dev.natter.chat.mongo.ChatDatabase;
import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What a search takes over 100,000 messages: {@code ./mvnw -o -Dquick -pl services/chat -am test -Dtest=SearchLatencyTest
 * -Dnatter.slow=true -Dsurefire.failIfNoSpecifiedTests=false}. Prints percentiles, for a conversation that has all
 * messages and for many conversations of one person.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "natter.slow", matches = "true")
class SearchLatencyTest {

    private static final int MESSAGES = 100_000;
    private static final int CALLS = 300;
    private static final int WARM_UP = 100;

    @Inject
    ChatDatabase database;

    @Inject
    MessageIndexer indexer;

    @Inject
    SearchMessages searchMessages;

    private final Random random = new Random(11);
    private final String[] vocabulary = IntStream.range(0, 20_000)
            .mapToObj(rank -> word(2 + random.nextInt(3) + Math.min(5, (int) Math.log(rank + 2.0))))
            .toArray(String[]::new);

    private String word(int length) {
        return random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** By Zipf's law: the most frequent words are in every other message. */
    private String zipf() {
        return vocabulary[(int) Math.min(vocabulary.length - 1, Math.pow(vocabulary.length, random.nextDouble()) - 1)];
    }

    @Test
    void oneConversation() {
        measure(1);
    }

    @Test
    void manyConversations() {
        measure(200);
    }

    private void measure(int conversations) {
        var ada = Caller.newUser();
        var ids = IntStream.range(0, conversations)
                .mapToObj(number -> ada.conversationWith(Caller.newUser()))
                .toList();
        var begin = System.nanoTime();
        var texts = insert(ada.id(), ids);
        var inserted = System.nanoTime();
        ids.forEach(id -> {
            while (!get(indexer.index(id))) {
                // The next eight segments.
            }
        });
        var indexed = System.nanoTime();
        var latencies = new ArrayList<Double>();
        var hits = 0;
        for (var call = 0; call < CALLS + WARM_UP; call++) {
            var query = query(texts);
            var sent = System.nanoTime();
            var page = get(searchMessages.handle(ada.id(), query, null, null, 30));
            var millis = (System.nanoTime() - sent) / 1e6;
            if (call >= WARM_UP) {
                latencies.add(millis);
                hits += page.items().size();
            }
        }
        latencies.sort(null);
        Log.infof(
                "search over %d messages in %d conversations: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms; %d hits; inserted in %.1f s, indexed in %.1f s",
                MESSAGES,
                conversations,
                latencies.get(CALLS / 2),
                latencies.get(CALLS * 9 / 10),
                latencies.get(CALLS * 99 / 100),
                latencies.get(CALLS - 1),
                hits,
                (inserted - begin) / 1e9,
                (indexed - inserted) / 1e9);
        assertThat(latencies.get(CALLS * 99 / 100)).isLessThan(50);
    }

    /** A word or a beginning, frequent or rare; two or three; words of one message. */
    private String query(List<String> texts) {
        return switch (random.nextInt(6)) {
            case 0 -> zipf();
            case 1 -> vocabulary[random.nextInt(vocabulary.length)];
            case 2 -> zipf().substring(0, 1 + random.nextInt(2));
            case 3 -> zipf() + " " + zipf();
            case 4 ->
                String.join(
                        " ",
                        Arrays.asList(texts.get(random.nextInt(texts.size())).split(" "))
                                .subList(0, 3));
            default -> word(1 + random.nextInt(4));
        };
    }

    private List<String> insert(String senderId, List<String> conversationIds) {
        var entries = database.collection("entries", Document.class);
        var seqs = new long[conversationIds.size()];
        var texts = new ArrayList<String>();
        var batch = new ArrayList<Document>();
        var start = Instant.now().minus(Duration.ofDays(30));
        for (var number = 0; number < MESSAGES; number++) {
            var at = random.nextInt(seqs.length);
            var conversationId = conversationIds.get(at);
            var seq = ++seqs[at];
            var text = String.join(
                    " ",
                    IntStream.range(0, 3 + random.nextInt(15))
                            .mapToObj(word -> zipf())
                            .toList());
            texts.add(text);
            batch.add(new Document("_id", conversationId + "/" + HexFormat.of().toHexDigits(seq, 14))
                    .append("conversationId", conversationId)
                    .append("seq", seq)
                    .append("at", start.plusMillis(number * 20_000L))
                    .append("senderId", senderId)
                    .append("clientMessageId", UUID.randomUUID().toString())
                    .append("type", "message")
                    .append("message", new Document("id", UUID.randomUUID().toString()).append("text", text)));
            if (batch.size() == 1_000) {
                get(entries.insertMany(batch));
                batch.clear();
            }
        }
        return texts;
    }
}
