package dev.natter.redis;

import dev.natter.web.ApiException;
import dev.natter.web.CallerContext;
import dev.natter.web.ErrorCode;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs scripts in Redis; fails with 503 if Redis does not respond in time, for any reason. */
@ApplicationScoped
public class Redis {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final RedisAPI redis;
    private final Duration timeout;

    Redis(RedisAPI redis, RedisConfig config) {
        this.redis = redis;
        this.timeout = config.requestTimeout();
    }

    /** Runs the script; all keys must live in one slot of a cluster. */
    public Uni<Response> run(RedisScript script, List<String> keys, List<String> arguments) {
        var command = new ArrayList<String>(2 + keys.size() + arguments.size());
        command.add(script.source());
        command.add(String.valueOf(keys.size()));
        command.addAll(keys);
        command.addAll(arguments);
        return CallerContext.current()
                .comeBack(redis.eval(command).ifNoItem().after(timeout).fail())
                .onFailure()
                .invoke(failure -> Log.warnf("Redis did not respond: %s", failure))
                .onFailure()
                .transform(failure -> ApiException.unavailable(
                        ErrorCode.STORE_UNAVAILABLE,
                        "A backing service is unavailable. Try again shortly.",
                        RETRY_AFTER));
    }
}
