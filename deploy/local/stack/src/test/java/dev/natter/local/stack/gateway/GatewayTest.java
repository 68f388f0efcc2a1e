package dev.natter.local.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {
    private static final String[] BROWSER = {"Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"};

    @TempDir
    Path dist;

    private Origin origin;

    @BeforeEach
    void start() throws Exception {
        origin = new Origin(dist);
    }

    @AfterEach
    void stop() {
        origin.close();
    }

    @Test
    void relaysMethodTargetAndBodyAsTheyAre() {
        var answer = origin.send(
                HttpMethod.PATCH,
                "/api/v1/users/me?x=%2F%20y&z",
                "{\"name\":\"Ann\"}",
                "Content-Type",
                "application/json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("service")).isEqualTo("user");
        assertThat(answer.json().getString("method")).isEqualTo("PATCH");
        assertThat(answer.json().getString("target")).isEqualTo("/api/v1/users/me?x=%2F%20y&z");
        assertThat(answer.json().getString("body")).isEqualTo("{\"name\":\"Ann\"}");
        assertThat(answer.json().getJsonObject("headers").getString("content-type"))
                .isEqualTo("application/json");
    }

    @Test
    void tellsTheServicesWhoCalledWhateverTheCallerClaims() {
        var headers = origin.get(
                        "/api/v1/auth/sessions",
                        "X-Forwarded-For",
                        "203.0.113.7, 203.0.113.8",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Host",
                        "evil.example",
                        "Forwarded",
                        "for=203.0.113.7",
                        "X-Real-IP",
                        "203.0.113.7")
                .json()
                .getJsonObject("headers");

        assertThat(headers.getString("x-forwarded-for")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(headers.getString("x-forwarded-proto")).isEqualTo("http");
        assertThat(headers.getString("x-forwarded-host")).isEqualTo("localhost:" + origin.listener.port());
        assertThat(headers.getString("host")).isEqualTo("localhost:" + origin.listener.port());
        assertThat(headers.fieldNames()).doesNotContain("forwarded", "x-real-ip");
    }

    @Test
    void takesChatReplicasInTurnAndPassesOverOneThatIsGone() {
        assertThat(servicesOf(4)).containsExactly("chat-1", "chat-2", "chat-1", "chat-2");

        origin.chat1.close();

        assertThat(servicesOf(4)).containsOnly("chat-2");
    }

    @Test
    void usesAReplicaThatIsBack() {
        var port = origin.chat1.url().getPort();
        origin.chat1.close();
        servicesOf(2);

        try (var back = new FakeService(origin.vertx, "chat-1", port)) {
            assertThat(back.url().getPort()).isEqualTo(port);
            assertThat(servicesOf(2)).contains("chat-1");
        }
    }

    @Test
    void saysWhenNoReplicaIsThere() {
        origin.chat1.close();
        origin.chat2.close();

        var answer = origin.send(HttpMethod.POST, "/api/v1/conversations", "{}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().get("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.headers().get("Retry-After")).isEqualTo("2");
        assertThat(answer.headers().get("X-Request-Id")).isNotBlank();
        assertThat(answer.json().getString("code")).isEqualTo("service_unavailable");
    }

    @Test
    void keepsTheServicesRequestIdElseTheCallersElseMakesOne() {
        assertThat(origin.get("/api/v1/named", "X-Request-Id", "mine").headers().getAll("X-Request-Id"))
                .containsExactly("of-the-service");
        assertThat(origin.get("/api/v1/other", "X-Request-Id", "mine").headers().getAll("X-Request-Id"))
                .containsExactly("mine");
        assertThat(origin.get("/", "X-Request-Id", "no spaces allowed")
                        .headers()
                        .get("X-Request-Id"))
                .hasSize(36);
        assertThat(origin.get("/api/v1/other", "X-Request-Id", "mine").json().getJsonObject("headers"))
                .contains(java.util.Map.entry("x-request-id", "mine"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q/metrics",
                "/Q/health",
                "//q/health",
                "/%71/health",
                "/./q/health",
                "/internal/users",
                "/%2e%2e/internal/users",
                "/api/v1/auth/../../../internal/users",
                "/api/v1/auth/..;/..;/..;/q/health",
                "/api/v1/auth/%2e%2e/%2e%2e/%2e%2e/q/health",
                "/api/v1/..%2f..%2fq/health",
                "/api/v1/auth/..\\..\\..\\q\\health",
                "/;/q/health",
                "/api/v2/anything",
                "http://localhost/q/health",
            })
    void nothingPrivateGoesThrough(String target) throws Exception {
        var answer = origin.raw("GET " + target + " HTTP/1.1\r\nHost: localhost:" + origin.listener.port()
                + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404").contains("application/problem+json");
        assertThat(origin.seenByServices()).isEmpty();
    }

    @Test
    void answersForThisMachineOnly() throws Exception {
        var answer = origin.raw("GET /api/v1/users/me HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 421");
        assertThat(origin.seenByServices()).isEmpty();
    }

    @Test
    void givesTheAppToEveryNavigation() {
        for (var target : List.of("/", "/c/42", "/sign-in?next=%2Fc%2F42")) {
            var answer = origin.get(target, BROWSER);

            assertThat(answer.status()).as(target).isEqualTo(200);
            assertThat(answer.body()).contains("<title>Natter</title>");
            assertThat(answer.headers().get("Cache-Control")).isEqualTo("no-cache");
        }
    }

    @Test
    void givesProgramsAProblemForWhatIsNotThere() {
        assertThat(origin.get("/c/42").status()).isEqualTo(404);
        assertThat(origin.get("/assets/app-gone.js", BROWSER).status()).isEqualTo(404);
        assertThat(origin.get("/.secret", BROWSER).status()).isEqualTo(404);
        assertThat(origin.get("/assets/app-gone.js").headers().get("Content-Type"))
                .isEqualTo("application/problem+json");
        assertThat(origin.get("/assets/app-gone.js").headers().get("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(origin.send(HttpMethod.POST, "/", "").status()).isEqualTo(405);
    }

    @Test
    void assetsAreKeptForEverAndNothingElseIs() {
        var asset = origin.get("/assets/app-1a2b.js");

        assertThat(asset.body()).isEqualTo("let natter;");
        assertThat(asset.headers().get("Content-Type")).startsWith("text/javascript");
        assertThat(asset.headers().getAll("Cache-Control")).containsExactly("public, max-age=31536000, immutable");
        assertThat(origin.get("/icon.svg").headers().getAll("Cache-Control")).containsExactly("no-cache");
    }

    @Test
    void filesThatTheBuildCompressedAreGivenSoToClientsThatAcceptThem() {
        var asset = origin.get("/assets/large-3c4d.js", "Accept-Encoding", "br, GZIP;q=0.8");

        assertThat(asset.body()).isEqualTo("compressed script");
        assertThat(asset.headers().get("Content-Encoding")).isEqualTo("gzip");
        assertThat(asset.headers().get("Content-Type")).startsWith("text/javascript");
        assertThat(asset.headers().get("Vary")).isEqualToIgnoringCase("accept-encoding");
        assertThat(asset.headers().getAll("Cache-Control")).containsExactly("public, max-age=31536000, immutable");
        for (var target : List.of("/", "/c/42")) {
            var shell = origin.get(target, "Accept", "text/html", "Accept-Encoding", "gzip");
            assertThat(shell.body()).isEqualTo("compressed page");
            assertThat(shell.headers().get("Content-Type")).startsWith("text/html");
            assertThat(shell.headers().get("Content-Security-Policy")).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br", "gzip;q=0", ""})
    void clientsThatAcceptNoCompressionGetThemPlain(String encodings) {
        var asset = origin.get("/assets/large-3c4d.js", "Accept-Encoding", encodings);

        assertThat(asset.body()).isEqualTo("let large;");
        assertThat(asset.headers().contains("Content-Encoding")).isFalse();
        assertThat(asset.headers().get("Vary")).isEqualToIgnoringCase("accept-encoding");
    }

    @Test
    void tellsOfACompressedFileWithoutGivingIt() throws Exception {
        var answer = origin.raw("HEAD /assets/large-3c4d.js HTTP/1.1\r\nHost: localhost:" + origin.listener.port()
                + "\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n").containsIgnoringCase("content-length: 17");
    }

    @Test
    void whatTheServicesAnswerIsNeverCompressed() {
        var answer = origin.get("/api/v1/users/me?padding=" + "x".repeat(2_000), "Accept-Encoding", "gzip");

        assertThat(answer.headers().contains("Content-Encoding")).isFalse();
        assertThat(answer.json().getString("service")).isEqualTo("user");
    }

    @Test
    void theAppMayTalkToItsOriginAndTheImageStoreOnly() {
        var headers = origin.get("/", BROWSER).headers();

        assertThat(headers.get("Content-Security-Policy"))
                .isEqualTo("default-src 'self'; connect-src 'self' ws://localhost:" + origin.listener.port()
                        + " http://127.0.0.1:9000; img-src 'self' blob: data: http://127.0.0.1:9000; media-src 'self' blob: http://127.0.0.1:9000; "
                        + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
        assertThat(headers.get("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.get("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(headers.get("Permissions-Policy")).contains("camera=()", "microphone=(self)");
    }

    @Test
    void takesPeopleFromTheAddressToTheName() throws Exception {
        var answer = origin.raw("GET /c/42 HTTP/1.1\r\nHost: 127.0.0.1:" + origin.listener.port()
                + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 302").contains("http://localhost:" + origin.listener.port() + "/c/42");
    }

    @Test
    void takesPeopleFromAnAddressWithoutAPortToTheNameWithoutOne() throws Exception {
        var answer =
                origin.raw("GET /c/42 HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 302").contains("http://localhost/c/42\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "/", "/a", "%00", "%ff", "%", "..%2f", "a.js"})
    void aLongPathIsNoFault(String text) throws Exception {
        for (var start : List.of("/", "/assets/", "/api/v1/users/", "/c/")) {
            for (var length : List.of(300, 800, 5_000)) {
                var answer = origin.raw("GET " + start + text.repeat(length / text.length())
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

                assertThat(answer).as(start + text + "…").matches("(?s)HTTP/1\\.[01] [2-4].*");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "a b", "localhost:x", "localhost:-1", "localhost:99999", "%"})
    void anOddHostIsNoFault(String host) throws Exception {
        var answer = origin.raw(
                "GET /c/42 HTTP/1.1\r\nHost: " + host + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1\\.[01] [2-4].*").doesNotContain(":-1");
    }

    @Test
    void takesNothingNewWhileDraining() {
        origin.gateway.drain();

        var answer = origin.get("/api/v1/users/me");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers().get("Connection")).isEqualTo("close");
        assertThat(origin.seenByServices()).isEmpty();
    }

    @Test
    void relaysALargeBodyBothWays() {
        var large = "x".repeat(3_000_000);

        var answer = origin.send(HttpMethod.POST, "/api/v1/conversations", large);

        assertThat(answer.json().getString("body")).hasSize(3_000_000);
    }

    private List<String> servicesOf(int requests) {
        return IntStream.range(0, requests)
                .mapToObj(i -> origin.get("/api/v1/conversations").json().getString("service"))
                .toList();
    }
}
