package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one public origin, as a browser meets it in production. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebServerTest {
    private static final String DESTINATIONS =
            "deploy/local/stack/src/test/resources/dev/natter/local/stack/gateway/destinations.csv";

    @TempDir
    static Path folder;

    private WebServer web;

    @BeforeAll
    void start() throws IOException {
        Tool.firstOf("to serve the web app with", List.of(List.of("nginx", "-v")));
        web = WebServer.start(folder);
    }

    @AfterAll
    void stop() {
        if (web != null) {
            web.close();
        }
    }

    static Stream<Arguments> destinations() {
        return Repository.read(DESTINATIONS)
                .lines()
                .filter(line -> line.startsWith("\"/"))
                .map(line -> Arguments.of(
                        line.substring(1, line.lastIndexOf('"')), line.substring(line.lastIndexOf(',') + 1)));
    }

    @ParameterizedTest
    @MethodSource("destinations")
    void everyAddressGoesWhereTheLocalGatewaySendsIt(String target, String destination) {
        var answer = Exchange.of(web.port, "GET", target, "Accept: text/html");

        switch (destination) {
            case "NOWHERE" -> {
                assertThat(answer.status()).isIn(400, 404);
                assertThat(answer.one("Content-Type")).isEqualTo("application/problem+json");
                assertThat(answer.one("X-Service")).isEmpty();
            }
            case "WEB" -> {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.one("X-Service")).isEmpty();
            }
            default -> {
                assertThat(answer.one("X-Service")).isEqualToIgnoringCase(destination);
                assertThat(answer.body()).contains(" " + target + "\n");
            }
        }
    }

    @Test
    void theAppIsNeverShownFromMemoryAndItsPartsAlways() {
        var shell = Exchange.of(web.port, "GET", "/c/some-conversation", "Accept: text/html,*/*");
        var part = Exchange.of(web.port, "GET", "/assets/index-a1.js");

        assertThat(shell.body()).contains("shell");
        assertThat(shell.one("Content-Type")).startsWith("text/html");
        assertThat(shell.all("Cache-Control")).containsExactly("no-cache");
        assertThat(part.all("Cache-Control")).containsExactly("public, max-age=31536000, immutable");
        assertThat(Exchange.of(web.port, "GET", "/").all("Cache-Control")).containsExactly("no-cache");
    }

    @Test
    void filesThatTheBuildCompressedAreGivenSoToClientsThatAcceptThem() {
        var part = Exchange.of(web.port, "GET", "/assets/index-a1.js", "Accept-Encoding: gzip", "Via: 1.1 cdn");
        var plain = Exchange.of(web.port, "GET", "/assets/index-a1.js");

        assertThat(part.body()).contains("compressed script");
        assertThat(part.one("Content-Encoding")).isEqualTo("gzip");
        assertThat(part.one("Content-Type")).contains("javascript");
        assertThat(plain.body()).contains("let a = 1;");
        assertThat(plain.one("Content-Encoding")).isEmpty();
        for (var answer : List.of(part, plain)) {
            assertThat(answer.one("Vary")).isEqualTo("Accept-Encoding");
        }
        for (var target : List.of("/", "/c/42")) {
            var shell = Exchange.of(web.port, "GET", target, "Accept: text/html", "Accept-Encoding: gzip");
            assertThat(shell.body()).contains("compressed page");
            assertThat(shell.one("Content-Type")).startsWith("text/html");
            assertThat(shell.one("Content-Security-Policy")).isNotEmpty();
        }
    }

    @Test
    void whatTheServicesAnswerIsNeverCompressed() {
        var answer = Exchange.of(
                web.port, "GET", "/api/v1/users/me", "Accept-Encoding: gzip", "X-Long: " + "x".repeat(2_000));

        assertThat(answer.one("X-Service")).isEqualTo("user");
        assertThat(answer.one("Content-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/c/1", "/assets/index-a1.js", "/assets/gone.js", "/icon.svg"})
    void thePageMayDoWhatItNeedsAndNoMore(String target) {
        var answer = Exchange.of(web.port, "GET", target, "Accept: text/html");

        assertThat(answer.all("Content-Security-Policy"))
                .containsExactly(
                        "default-src 'self'; connect-src 'self' wss://chat.example.com https://images.example.com;"
                                + " img-src 'self' blob: data: https://images.example.com; media-src 'self' blob: https://images.example.com; object-src 'none'; base-uri 'none';"
                                + " form-action 'self'; frame-ancestors 'none'");
        assertThat(answer.all("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.all("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.all("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.all("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(answer.all("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(answer.all("Permissions-Policy"))
                .singleElement()
                .asString()
                .contains("camera=()", "microphone=(self)");
        assertThat(answer.all("Strict-Transport-Security")).containsExactly("max-age=31536000");
        assertThat(answer.one("Server")).isEqualTo("nginx");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /assets/gone.js, 404, not_found",
        "GET, /gone.txt, 404, not_found",
        "GET, /q/metrics, 404, not_found",
        "POST, /, 405, method_not_allowed",
        "DELETE, /assets/index-a1.js, 405, method_not_allowed",
        "PUT, /c/1, 405, method_not_allowed"
    })
    void whatCannotBeHadIsAProblemInTheContractsForm(String method, String target, int status, String code) {
        var answer = Exchange.of(web.port, method, target, "X-Request-Id: mine-1");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.all("Content-Type")).containsExactly("application/problem+json");
        assertThat(answer.all("Cache-Control")).containsExactly("no-store");
        assertThat(answer.all("X-Request-Id")).containsExactly("mine-1");
        assertThat(answer.body()).contains("\"status\":" + status, "\"code\":\"" + code + "\"");
        assertThat(answer.one("Allow")).isEqualTo(status == 405 ? "GET, HEAD" : "");
    }

    @Test
    void aServiceHearsWhoCalledAndNoneOfTheCallersClaims() {
        var answer = Exchange.of(
                web.port,
                "GET",
                "/api/v1/users/me",
                "X-Forwarded-For: 6.6.6.6, 203.0.113.7, 10.1.2.3",
                "X-Forwarded-Proto: gopher",
                "X-Forwarded-Host: evil.example.com",
                "Forwarded: for=6.6.6.6",
                "X-Real-IP: 6.6.6.6",
                "X-Original-URL: /q/metrics",
                "X-Request-Id: mine-2");

        assertThat(answer.body())
                .contains("X-forwarded-for: 203.0.113.7\n", "X-forwarded-proto: https\n")
                .contains("X-forwarded-host: chat.example.com\n", "Host: chat.example.com\n", "X-request-id: mine-2\n")
                .doesNotContain("6.6.6.6", "evil", "gopher", "X-original-url");
        assertThat(answer.all("X-Request-Id")).containsExactly("mine-2");
        assertThat(answer.all("Content-Security-Policy")).isEmpty();
        assertThat(answer.all("Cache-Control")).isEmpty();
    }

    @Test
    void aRequestIdThatIsNoneIsReplaced() {
        var answer = Exchange.of(web.port, "GET", "/api/v1/users/me", "X-Request-Id: a b<script>");

        assertThat(answer.all("X-Request-Id")).singleElement().asString().matches("[0-9a-f]{32}");
    }

    @Test
    void onlyTheSocketIsUpgraded() {
        var socket = Exchange.of(web.port, "GET", "/api/v1/socket", "Upgrade: websocket");
        var other = Exchange.of(web.port, "GET", "/api/v1/users/me", "Upgrade: websocket");

        assertThat(socket.body()).contains("Upgrade: websocket\n", "Connection: upgrade\n");
        assertThat(other.body()).doesNotContain("Upgrade");
    }

    @Test
    void refusesABodyAboveTheLimitWithoutReadingIt() {
        var answer = Exchange.of(web.port, "POST", "/api/v1/conversations", "Content-Length: 70000");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"too_large\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/users/me/avatar", "/api/v1/conversations/c1/avatar"})
    void aPhotoMayBeLarger(String target) {
        assertThat(Exchange.withBody(web.port, "PUT", target, "x".repeat(1_048_576))
                        .status())
                .isEqualTo(200);
        assertThat(Exchange.of(web.port, "PUT", target, "Content-Length: 1048577")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void anAddressThatIsTooLongIsSaidToBe() {
        var address = Exchange.of(web.port, "GET", "/api/v1/users?query=" + "x".repeat(17_000));
        var headers = Exchange.of(web.port, "GET", "/api/v1/users/me", "X-Long: " + "x".repeat(17_000));

        assertThat(address.status()).isEqualTo(414);
        assertThat(address.body()).contains("\"status\":414", "\"code\":\"uri_too_long\"");
        assertThat(headers.status()).isEqualTo(431);
        assertThat(headers.body()).contains("\"status\":431", "\"code\":\"headers_too_large\"");
        for (var answer : List.of(address, headers)) {
            assertThat(answer.all("Content-Type")).containsExactly("application/problem+json");
            assertThat(answer.all("Cache-Control")).containsExactly("no-store");
            assertThat(answer.one("X-Request-Id")).isNotEmpty();
            assertThat(answer.one("X-Service")).isEmpty();
        }
    }

    @Test
    void healthIsOnAPortOfItsOwn() {
        assertThat(Exchange.of(web.healthPort, "GET", "/health").status()).isEqualTo(200);
        assertThat(Exchange.of(web.port, "GET", "/health").status()).isEqualTo(404);
    }

    @Test
    void aServiceThatIsAwayIsSaidToBeAway(@TempDir Path other) throws IOException {
        try (var alone = WebServer.start(other)) {
            alone.stopUser();

            var answer = Exchange.of(alone.port, "GET", "/api/v1/users/me", "X-Request-Id: mine-3");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.all("Retry-After")).containsExactly("2");
            assertThat(answer.all("X-Request-Id")).containsExactly("mine-3");
            assertThat(answer.body()).contains("\"code\":\"service_unavailable\"");
            assertThat(Exchange.of(alone.port, "GET", "/api/v1/conversations").status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NATTER_PUBLIC_ORIGIN, ",
        "NATTER_PUBLIC_ORIGIN, https://a.example.com/path",
        "NATTER_USER_UPSTREAM, user;}",
        "NATTER_TRUSTED_PROXIES, everybody",
        "NATTER_IMAGES_ORIGIN, 'https://a.example.com;'"
    })
    void whatIsMalformedEndsTheStartWithOneLineThatNamesIt(String name, String value) {
        var environment = new HashMap<>(Map.of(
                "NATTER_PUBLIC_ORIGIN", "https://chat.example.com",
                "NATTER_USER_UPSTREAM", "127.0.0.1:1",
                "NATTER_CHAT_UPSTREAM", "127.0.0.1:1",
                "NATTER_WEB_WORK", folder.resolve("malformed").toString()));
        environment.put(name, value == null ? "" : value);

        var answer = new Tool(List.of("sh")).run(Repository.ROOT, environment, "frontend/nginx/start.sh", "-t");

        assertThat(answer.code()).isNotZero();
        assertThat(answer.errors().lines()).singleElement().asString().contains(name);
    }
}
