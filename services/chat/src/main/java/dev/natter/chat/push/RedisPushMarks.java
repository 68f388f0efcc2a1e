package dev.natter.chat.push;

import static dev.natter.redis.RedisPipeline.command;

import dev.natter.chat.push.PushPending.Pair;
import dev.natter.redis.RedisPipeline;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Two keys for each user and conversation: one that exists during the pause, one with the number of what was pushed last. */
@ApplicationScoped
class RedisPushMarks implements PushMarks {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final RedisPipeline redis;
    private final PushConfig config;

    RedisPushMarks(RedisPipeline redis, PushConfig config) {
        this.redis = redis;
        this.config = config;
    }

    @Override
    public Uni<Set<Pair>> claim(Map<Pair, Long> seqs) {
        var pairs = List.copyOf(seqs.keySet());
        return run(
                        pairs,
                        pair -> command(
                                Command.SET,
                                pause(pair),
                                "",
                                "NX",
                                "PX",
                                config.pause().toMillis()))
                .map(answers -> those(pairs, answers))
                .call(claimed -> run(
                        List.copyOf(claimed),
                        pair -> command(
                                Command.SET,
                                pushed(pair),
                                seqs.getOrDefault(pair, 0L),
                                "PX",
                                config.timeToLive().toMillis())))
                .onFailure()
                .invoke(failure -> Log.debugf("Pushes are not marked in Redis: %s", failure))
                .onFailure()
                .recoverWithItem(() -> Set.copyOf(pairs));
    }

    @Override
    public Uni<Set<Pair>> withdraw(Map<Pair, Long> seqs) {
        var pairs = List.copyOf(seqs.keySet());
        return run(pairs, pair -> command(Command.GET, pushed(pair)))
                .map(answers -> {
                    var done = new HashSet<Pair>();
                    for (var at = 0; at < pairs.size(); at++) {
                        var pushed = answers.get(at);
                        if (pushed != null && pushed.toLong() <= seqs.getOrDefault(pairs.get(at), 0L)) {
                            done.add(pairs.get(at));
                        }
                    }
                    return List.copyOf(done);
                })
                // Of two replicas that saw the same read, the one that deletes the mark withdraws.
                .chain(done -> run(done, pair -> command(Command.DEL, pushed(pair)))
                        .map(answers -> {
                            Set<Pair> deleted = new HashSet<>();
                            for (var at = 0; at < done.size(); at++) {
                                if (answers.get(at).toInteger() == 1) {
                                    deleted.add(done.get(at));
                                }
                            }
                            return deleted;
                        }))
                .onFailure()
                .invoke(failure -> Log.debugf("Notifications are not withdrawn: %s", failure))
                .onFailure()
                .recoverWithItem(Set.of());
    }

    private static Set<Pair> those(List<Pair> pairs, List<@Nullable Response> answers) {
        Set<Pair> chosen = new HashSet<>();
        for (var at = 0; at < pairs.size(); at++) {
            if (answers.get(at) != null) {
                chosen.add(pairs.get(at));
            }
        }
        return chosen;
    }

    private Uni<List<@Nullable Response>> run(List<Pair> pairs, Function<Pair, Request> command) {
        if (pairs.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var requests = pairs.stream().map(command).toList();
        return Uni.createFrom()
                .completionStage(() -> redis.send(requests).toCompletionStage())
                .ifNoItem()
                .after(TIMEOUT)
                .fail();
    }

    private static String pause(Pair pair) {
        return "push-pause:{" + pair.userId() + "}:" + pair.conversationId();
    }

    private static String pushed(Pair pair) {
        return "pushed:{" + pair.userId() + "}:" + pair.conversationId();
    }
}
