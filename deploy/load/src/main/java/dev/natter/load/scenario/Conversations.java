package dev.natter.load.scenario;

import dev.natter.load.client.Api;
import dev.natter.load.client.BoundedConcurrency;
import dev.natter.load.client.HttpReply;
import dev.natter.load.measure.BoundedWait;
import dev.natter.load.people.Person;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Starts conversations by the public contract. */
final class Conversations {

    private static final int AT_ONCE = 16;
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Duration HEARSAY = Duration.ofSeconds(60);

    private final Api api;

    Conversations(Api api) {
        this.api = api;
    }

    /** The ids of the conversations of the first with the second of each, in their order. */
    List<String> direct(List<List<Person>> pairs) {
        var last = pairs.get(pairs.size() - 1);
        awaitKnown(last.get(0), last.get(1));
        var ids = new String[pairs.size()];
        BoundedWait.on(
                BoundedConcurrency.run(
                        pairs.size(),
                        AT_ONCE,
                        number -> start(pairs.get(number), null).onSuccess(id -> ids[number] = id)),
                TIMEOUT);
        return List.of(ids);
    }

    /** The id of a new group, which the first of them starts. */
    String group(List<Person> members) {
        awaitKnown(members.get(0), members.get(members.size() - 1));
        return BoundedWait.on(start(members, "load"), TIMEOUT);
    }

    /** Chat learns of new users over the broker, in the order of publication. */
    private void awaitKnown(Person asks, Person known) {
        var there = BoundedWait.until(
                () -> BoundedWait.on(create(List.of(asks, known), null), TIMEOUT)
                                .status()
                        != 404,
                HEARSAY);
        if (!there) {
            throw new IllegalStateException("chat has not heard of the new people within " + HEARSAY);
        }
    }

    private Future<String> start(List<Person> members, @Nullable String title) {
        return create(members, title).map(answer -> answer.json(200, 201).getString("id"));
    }

    private Future<HttpReply> create(List<Person> members, @Nullable String title) {
        var others = members.stream().skip(1).map(Person::id).toList();
        var body = new JsonObject().put("memberIds", new JsonArray(others));
        if (title != null) {
            body.put("title", title);
        }
        return api.insist("POST", "/api/v1/conversations", body, members.get(0).token());
    }

    /** Everybody in twos, in their order. */
    static List<List<Person>> inPairs(List<Person> people) {
        return Stream.iterate(0, at -> at + 1 < people.size(), at -> at + 2)
                .map(at -> people.subList(at, at + 2))
                .toList();
    }
}
