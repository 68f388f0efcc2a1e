package dev.natter.redis;

import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends commands to Redis together. Without a time limit of its own. */
@ApplicationScoped
public class RedisPipeline {

    private static final int MAX_COMMANDS = 1_000;

    private final Redis redis;
    private final boolean isCluster;

    public RedisPipeline(
            Redis redis,
            @ConfigProperty(name = "quarkus.redis.client-type", defaultValue = "standalone") String clientType) {
        this.redis = redis;
        this.isCluster = clientType.equalsIgnoreCase("cluster");
    }

    public static Request command(Command command, Object... arguments) {
        var request = Request.cmd(command);
        Stream.of(arguments).map(Object::toString).forEach(request::arg);
        return request;
    }

    /** The responses, in the order of the requests; null where Redis has none. Fails when one of the commands does. */
    public Future<List<Response>> send(List<Request> requests) {
        if (requests.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        // A batch of the driver goes to one node, so in a cluster each command finds its own.
        return isCluster
                ? Future.join(requests.stream().map(redis::send).toList()).map(CompositeFuture::list)
                : inBatches(requests, 0, new ArrayList<>());
    }

    private Future<List<Response>> inBatches(List<Request> requests, int from, List<Response> responses) {
        var to = Math.min(from + MAX_COMMANDS, requests.size());
        return redis.batch(requests.subList(from, to)).compose(some -> {
            responses.addAll(some);
            return to == requests.size() ? Future.succeededFuture(responses) : inBatches(requests, to, responses);
        });
    }
}
