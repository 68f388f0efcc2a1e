package dev.natter.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The backing servers of a service under test: embedded ones, or those that the environment names
 * ({@value RealServers#RABBITMQ}, {@value RealServers#REDIS}, {@value RealServers#MONGODB}): for tests only; the broker and
 * Redis are emptied first, MongoDB has to be empty. Hands the service the very environment names it has in production. The
 * argument {@code servers} picks from mongodb, redis, rabbitmq, smtp, s3 (with a bucket, {@code natter}); without it:
 * mongodb, redis, rabbitmq.
 */
public class BackingServers implements QuarkusTestResourceLifecycleManager {

    private List<String> names = List.of("mongodb", "redis", "rabbitmq");
    private @Nullable ServersProcess process;

    @Override
    public void init(Map<String, String> arguments) {
        var servers = arguments.get("servers");
        if (servers != null) {
            names = List.of(servers.split(","));
        }
    }

    @Override
    public Map<String, String> start() {
        var embedded = new ArrayList<>(names);
        var urls = new HashMap<String, String>();
        var rabbitMq = System.getenv(RealServers.RABBITMQ);
        if (rabbitMq != null && embedded.remove("rabbitmq")) {
            RealServers.emptyRabbitMq(rabbitMq);
            urls.put("rabbitmq", rabbitMq);
        }
        var redis = System.getenv(RealServers.REDIS);
        if (redis != null && embedded.remove("redis")) {
            RealServers.emptyRedis(redis);
            urls.put("redis", redis);
        }
        var mongoDb = System.getenv(RealServers.MONGODB);
        if (mongoDb != null && embedded.remove("mongodb")) {
            urls.put("mongodb", mongoDb);
        }
        if (!embedded.isEmpty()) {
            var started = ServersProcess.start(embedded);
            embedded.forEach(name -> urls.put(name, started.url(name)));
            process = started;
        }
        return environment(urls);
    }

    private static Map<String, String> environment(Map<String, String> urls) {
        var environment = new HashMap<String, String>();
        urls.forEach((name, url) -> {
            var address = URI.create(url);
            switch (name) {
                case "mongodb" -> environment.put("NATTER_MONGODB_URL", url);
                case "redis" -> environment.put("NATTER_REDIS_URL", url);
                case "rabbitmq" -> environment.putAll(rabbitMq(address));
                case "smtp" -> {
                    environment.put("NATTER_SMTP_HOST", address.getHost());
                    environment.put("NATTER_SMTP_PORT", String.valueOf(address.getPort()));
                    environment.put("NATTER_SMTP_STARTTLS", "DISABLED");
                }
                default -> environment.putAll(s3(address));
            }
        });
        return environment;
    }

    private static Map<String, String> s3(URI address) {
        var key = address.getRawUserInfo().split(":", 2);
        return Map.of(
                "NATTER_S3_ENDPOINT",
                "http://" + address.getHost() + ":" + address.getPort(),
                "NATTER_S3_REGION",
                "us-east-1",
                "NATTER_S3_BUCKET",
                "natter",
                "NATTER_S3_ACCESS_KEY",
                decoded(key[0]),
                "NATTER_S3_SECRET_KEY",
                decoded(key[1]),
                "NATTER_S3_PATH_STYLE",
                "true");
    }

    private static Map<String, String> rabbitMq(URI address) {
        var user = address.getRawUserInfo().split(":", 2);
        var path = address.getRawPath() == null ? "" : address.getRawPath();
        return Map.of(
                "NATTER_RABBITMQ_HOST", address.getHost(),
                "NATTER_RABBITMQ_PORT", String.valueOf(address.getPort()),
                "NATTER_RABBITMQ_USERNAME", decoded(user[0]),
                "NATTER_RABBITMQ_PASSWORD", decoded(user[1]),
                "NATTER_RABBITMQ_VIRTUAL_HOST", path.length() > 1 ? decoded(path.substring(1)) : "/");
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    @Override
    public void stop() {
        if (process != null) {
            process.close();
            process = null;
        }
    }
}
