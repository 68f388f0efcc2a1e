package dev.natter.chat.socket;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Refuses with 400 a subprotocol that should carry a token and does not, before the platform answers 500 with a stack trace
 * in the log. Also lets no header but {@code Authorization} be carried past the proxy that sets it.
 */
@ApplicationScoped
class TokenCarrierCheck {

    private static final String HEADER = "Sec-WebSocket-Protocol";
    private static final String CARRIER = "quarkus-http-upgrade";
    private static final Pattern CARRIED =
            Pattern.compile(CARRIER + "#authorization#Bearer [\\x21\\x22\\x24-\\x7E]+", Pattern.CASE_INSENSITIVE);
    /** Before authentication, for which the platform decodes the carrier. */
    private static final int PRIORITY = 850;

    void register(@Observes Filters filters) {
        filters.register(TokenCarrierCheck::check, PRIORITY);
    }

    private static void check(RoutingContext request) {
        var offered = request.request().headers().getAll(HEADER);
        if (offered.stream().noneMatch(value -> value.contains(CARRIER)) || isWellFormed(offered)) {
            request.next();
        } else {
            request.fail(400);
        }
    }

    /** One carrier, and beside it a subprotocol that can be agreed to. */
    private static boolean isWellFormed(List<String> offered) {
        var protocols = offered.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::trim)
                .filter(protocol -> !protocol.isEmpty())
                .toList();
        var carriers = protocols.stream()
                .filter(protocol -> protocol.startsWith(CARRIER))
                .toList();
        return offered.size() == 1
                && carriers.size() == 1
                && protocols.size() > 1
                && CARRIED.matcher(decoded(carriers.get(0))).matches();
    }

    private static String decoded(String protocol) {
        try {
            return URLDecoder.decode(protocol, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
