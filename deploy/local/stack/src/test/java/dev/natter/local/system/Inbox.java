package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** Reads the mail inbox as a program does, through its Mailpit-shaped JSON. */
final class Inbox {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private Inbox() {}

    /** The newest code mailed to {@code address}, once {@code count} mails have come for it. */
    static String code(String inbox, String address, int count) {
        var mail = new AtomicReference<JsonObject>();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    var query = URLEncoder.encode("to:" + address, StandardCharsets.UTF_8);
                    var found = new JsonObject(Api.call("GET", inbox + "/api/v1/search?query=" + query, null)
                                    .body())
                            .getJsonArray("messages");
                    assertThat(found).hasSize(count);
                    mail.set(new JsonObject(Api.call(
                                    "GET",
                                    inbox + "/api/v1/message/"
                                            + found.getJsonObject(0).getString("ID"),
                                    null)
                            .body()));
                });
        var code = CODE.matcher(mail.get().getString("Text"));
        assertThat(code.find()).isTrue();
        return code.group();
    }
}
