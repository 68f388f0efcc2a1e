package dev.natter.user.support;

import dev.natter.testing.BackingServers;
import dev.natter.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The backing servers behind lines that can be cut, and the secrets that the service does not start without. */
public class Servers implements QuarkusTestResourceLifecycleManager {

    /** The secret that services show one another. */
    public static final String INTERNAL_TOKEN = "an internal token of tests, long enough";

    private final BackingServers servers = new BackingServers();
    private final List<CuttableLine> lines = new ArrayList<>();

    @Override
    public Map<String, String> start() {
        servers.init(Map.of("servers", "mongodb,redis,rabbitmq,s3"));
        var settings = new HashMap<>(servers.start());
        settings.put("test.rabbitmq.port", settings.get("NATTER_RABBITMQ_PORT"));
        settings.put("test.redis.url", settings.get("NATTER_REDIS_URL"));

        var rabbitMq =
                line(settings.get("NATTER_RABBITMQ_HOST"), Integer.parseInt(settings.get("NATTER_RABBITMQ_PORT")));
        settings.put("NATTER_RABBITMQ_HOST", "127.0.0.1");
        settings.put("NATTER_RABBITMQ_PORT", String.valueOf(rabbitMq.port()));
        settings.put("test.rabbitmq.switch", String.valueOf(rabbitMq.switchPort()));
        for (var server : List.of("redis", "mongodb")) {
            var variable = "NATTER_" + server.toUpperCase(java.util.Locale.ROOT) + "_URL";
            var address = URI.create(settings.get(variable));
            var line = line(address.getHost(), address.getPort());
            settings.put(variable, address.toString().replace(address.getAuthority(), through(address, line)));
            settings.put("test." + server + ".switch", String.valueOf(line.switchPort()));
        }

        var bucket = URI.create(settings.get("NATTER_S3_ENDPOINT"));
        var toBucket = line(bucket.getHost(), bucket.getPort());
        settings.put("NATTER_S3_ENDPOINT", "http://127.0.0.1:" + toBucket.port());
        settings.put("test.s3.switch", String.valueOf(toBucket.switchPort()));

        settings.put("natter.public-origin", TestTokens.ISSUER);
        var retired = TokenForgery.newKey("retired");
        settings.put("test.retired-key", retired);
        settings.put("natter.signing-keys", TestTokens.signingKeys().replace("]}", "," + retired + "]}"));
        settings.put("natter.internal-token", INTERNAL_TOKEN);
        settings.put("natter.otp.pepper", Base64.getEncoder().encodeToString(new byte[32]));
        // So that a test can come from a network of its own.
        settings.put("natter.trusted-proxies", "127.0.0.1");
        settings.put("natter.events.sweep-interval", "1s");
        settings.put("natter.events.retry-after", "1s");
        settings.put("natter.otp.confirm-timeout", "2s");
        return settings;
    }

    private static String through(URI address, CuttableLine line) {
        var user = address.getRawUserInfo();
        return (user == null ? "" : user + "@") + "127.0.0.1:" + line.port();
    }

    private CuttableLine line(String host, int port) {
        var line = new CuttableLine(host, port);
        lines.add(line);
        return line;
    }

    @Override
    public void stop() {
        servers.stop();
        for (var line : lines) {
            try {
                line.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
