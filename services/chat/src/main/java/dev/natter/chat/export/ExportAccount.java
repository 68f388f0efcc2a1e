package dev.natter.chat.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.natter.web.ApiException;
import dev.natter.web.CallerContext;
import dev.natter.web.ErrorCode;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Profile and sessions of the caller, as the user service shows them to the holder of the access token. */
@ApplicationScoped
class ExportAccount {

    private static final int PAGE = 100;
    /** A thousand sessions: those beyond are left out. */
    private static final int MAX_PAGES = 10;

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final AccountClient client;
    private final ObjectMapper json;

    ExportAccount(@RestClient AccountClient client, ObjectMapper json) {
        this.client = client;
        this.json = json;
    }

    /** Both as JSON. */
    record Account(JsonNode profile, JsonNode sessions) {

        /** Leaves everything out: the address must not reach a log. */
        @Override
        public String toString() {
            return "Account[…]";
        }
    }

    /** Fails with 503 when the user service does not answer. */
    Uni<Account> handle(String authorization) {
        return call(client.me(authorization))
                .chain(profile -> sessions(authorization, json.createArrayNode(), null, MAX_PAGES)
                        .map(sessions -> new Account(profile, sessions)));
    }

    private Uni<JsonNode> sessions(String authorization, ArrayNode known, @Nullable String after, int pagesLeft) {
        return call(client.sessions(authorization, PAGE, after)).chain(page -> {
            page.path("items").forEach(known::add);
            var next = page.path("next");
            return next.isTextual() && pagesLeft > 1
                    ? sessions(authorization, known, next.textValue(), pagesLeft - 1)
                    : Uni.createFrom().item(known);
        });
    }

    private Uni<JsonNode> call(Uni<String> call) {
        return CallerContext.current()
                .comeBack(call.ifNoItem().after(TIMEOUT).fail())
                .map(this::parse)
                .onFailure()
                .invoke(failure -> Log.warnf("The user service is unavailable: %s", failure))
                .onFailure()
                .transform(failure -> ApiException.unavailable(
                        ErrorCode.USER_SERVICE_UNAVAILABLE,
                        "The user service is unavailable. Try again shortly.",
                        RETRY_AFTER));
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("no JSON");
        }
    }
}
