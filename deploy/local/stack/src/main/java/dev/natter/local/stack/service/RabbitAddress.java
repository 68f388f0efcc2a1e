package dev.natter.local.stack.service;

import dev.natter.local.stack.console.LaunchFailure;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The address of a message broker in parts, as the services need it. */
public record RabbitAddress(String host, int port, String username, String password, String virtualHost, boolean tls) {
    private static final int PORT = 5672;
    private static final int TLS_PORT = 5671;

    /**
     * Takes a URL apart.
     *
     * @throws LaunchFailure unless the URL is {@code amqp(s)://user:password@host[:port][/vhost]}
     */
    public static RabbitAddress of(URI url) {
        var tls = "amqps".equals(url.getScheme());
        var login = url.getRawUserInfo() == null
                ? new String[0]
                : url.getRawUserInfo().split(":", 2);
        if (!(tls || "amqp".equals(url.getScheme())) || url.getHost() == null || login.length != 2) {
            throw new LaunchFailure("NATTER_RABBITMQ_URL has to look like amqp://user:password@host:5672/vhost");
        }
        var path = url.getRawPath() == null ? "" : url.getRawPath();
        return new RabbitAddress(
                url.getHost(),
                url.getPort() > 0 ? url.getPort() : tls ? TLS_PORT : PORT,
                decoded(login[0]),
                decoded(login[1]),
                path.length() > 1 ? decoded(path.substring(1)) : "/",
                tls);
    }

    Map<String, String> variables() {
        return Map.of(
                "NATTER_RABBITMQ_HOST", host,
                "NATTER_RABBITMQ_PORT", Integer.toString(port),
                "NATTER_RABBITMQ_USERNAME", username,
                "NATTER_RABBITMQ_PASSWORD", password,
                "NATTER_RABBITMQ_VIRTUAL_HOST", virtualHost,
                "NATTER_RABBITMQ_TLS", Boolean.toString(tls));
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Leaves the password out: it must not reach a log. */
    @Override
    public String toString() {
        return "RabbitAddress[" + host + ":" + port + virtualHost + "]";
    }
}
