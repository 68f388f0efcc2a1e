package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What an operator gets from deploy/compose: people sign in by real mail and talk, also when a replica of chat is killed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposeStackTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private ComposeStack stack;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(
                ComposeStack.isPackaged(),
                "skipped: nothing packaged (./mvnw package -DskipTests -pl services/user,services/chat,services/mail -am)");
        for (var needed : List.of("/usr/bin/redis-server", "/usr/lib/rabbitmq/bin/rabbitmq-server")) {
            Assumptions.assumeTrue(Files.exists(Path.of(needed)), "skipped: no " + needed + " here");
        }
        var nginx = Tool.firstOf("to serve the web app with", List.of(List.of("nginx", "-v")));
        Assumptions.assumeTrue(
                ReplicasTest.resolves(nginx), "skipped: nginx is too old to resolve names: see deploy/nginx");
        stack = new ComposeStack(folder);
        stack.start();
    }

    @AfterAll
    void stop() throws Exception {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void peopleSignInByMailAndTalkWhileAReplicaDiesAndComesBackElsewhere() throws Exception {
        var ada = signIn("ada@people.test");
        var bob = signIn("bob@people.test");
        var conversation = call("POST", "/api/v1/conversations", ada, body("memberIds", List.of(bob.id())))
                .path("id")
                .asText();
        var socket = new Frames();
        open(bob, socket);
        assertThat(socket.next("ready")).isNotNull();
        say(ada, conversation, "before");
        assertThat(socket.next("message").at("/message/text").asText()).isEqualTo("before");

        stack.kill("127.0.0.4");
        say(ada, conversation, "while");
        stack.startChat("127.0.0.6");
        stack.awaitReady("127.0.0.6");
        stack.resolveChatTo("127.0.0.6");
        stack.kill("127.0.0.5");

        await().atMost(TIMEOUT).untilAsserted(() -> say(ada, conversation, "after"));
        await().atMost(TIMEOUT).untilAsserted(() -> open(bob, new Frames()));
        assertThat(call("GET", "/api/v1/conversations/" + conversation + "/messages", bob, null)
                        .path("items")
                        .findValuesAsText("text"))
                .contains("before", "while", "after");
    }

    private record Account(String id, String token) {}

    private Account signIn(String address) throws Exception {
        var challenge = call("POST", "/api/v1/auth/otp", null, body("email", address))
                .path("challengeId")
                .asText();
        var mail = await().atMost(TIMEOUT)
                .until(
                        () -> stack.smtp.mails().stream()
                                .filter(text -> text.contains(address))
                                .findFirst()
                                .orElse(""),
                        text -> !text.isEmpty());
        assertThat(mail).containsPattern("From: .*chat@people\\.test");
        var code = Pattern.compile("(?m)^(\\d{6})$").matcher(mail);
        assertThat(code.find()).as(mail).isTrue();
        var answer = call(
                "POST",
                "/api/v1/auth/otp/verify",
                null,
                body("email", address).put("challengeId", challenge).put("otp", code.group(1)));
        return new Account(
                answer.at("/user/id").asText(), answer.path("accessToken").asText());
    }

    private void say(Account who, String conversation, String text) throws Exception {
        call(
                "POST",
                "/api/v1/conversations/" + conversation + "/messages",
                who,
                body("clientMessageId", UUID.randomUUID().toString()).put("text", text));
    }

    private static ObjectNode body(String name, Object value) {
        return JSON.createObjectNode().set(name, JSON.valueToTree(value));
    }

    private JsonNode call(String method, String path, Account who, JsonNode body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + stack.port + path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (who != null) {
            request.header("Authorization", "Bearer " + who.token());
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    private void open(Account who, Frames frames) throws Exception {
        client.newWebSocketBuilder()
                .header("Authorization", "Bearer " + who.token())
                .header("Origin", "http://localhost:" + stack.port)
                .buildAsync(URI.create("ws://localhost:" + stack.port + "/api/v1/socket"), frames)
                .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    }

    /** The frames that a socket has received. */
    private static final class Frames implements WebSocket.Listener {
        private final LinkedBlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                received.add(parse(part.toString()));
                part.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        /** The next frame of this type; those of others are passed over. */
        JsonNode next(String type) throws InterruptedException {
            while (true) {
                var frame = received.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
                if (frame == null || frame.path("type").asText().equals(type)) {
                    return frame;
                }
            }
        }

        private static JsonNode parse(String text) {
            try {
                return JSON.readTree(text);
            } catch (IOException malformed) {
                throw new AssertionError(malformed);
            }
        }
    }
}
