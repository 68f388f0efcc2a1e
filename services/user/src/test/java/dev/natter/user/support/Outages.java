package dev.natter.user.support;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/** Cuts the service off from one of its servers, until it is closed. */
public final class Outages implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Socket lever;

    private Outages(Socket lever) {
        this.lever = lever;
    }

    /** Cuts the line to mongodb, redis or rabbitmq. */
    public static Outages of(String server) {
        try {
            var port = ConfigProvider.getConfig().getValue("test." + server + ".switch", Integer.class);
            var lever = new Socket(InetAddress.getLoopbackAddress(), port);
            lever.getInputStream().read();
            return new Outages(lever);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Mends the line, and waits until the service has found that out. */
    @Override
    public void close() {
        try (lever) {
            lever.getOutputStream().write(1);
            lever.getInputStream().read();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        await().atMost(SOON)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }
}
