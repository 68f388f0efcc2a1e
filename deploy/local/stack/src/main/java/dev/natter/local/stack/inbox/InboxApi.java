package dev.natter.local.stack.inbox;

import dev.natter.local.stack.http.Problems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** The inbox for programs: the calls of Mailpit that tests make. */
final class InboxApi {
    private static final int DEFAULT_LIMIT = 50;

    private final Mailbox mailbox;

    InboxApi(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    void mount(Router router) {
        router.get("/api/v1/messages").handler(this::list);
        router.get("/api/v1/search").handler(this::list);
        router.get("/api/v1/message/:id").handler(this::one);
        router.get("/view/:file").handler(this::html);
    }

    private void list(RoutingContext exchange) {
        // Before the read: a mail that arrives meanwhile gets the older version, and is fetched again.
        var etag = "\"" + mailbox.version() + "\"";
        exchange.response().putHeader(HttpHeaders.ETAG, etag).putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (etag.equals(exchange.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            exchange.response().setStatusCode(304).end();
            return;
        }
        var limit = number(exchange, "limit", DEFAULT_LIMIT);
        var start = number(exchange, "start", 0);
        if (limit.isEmpty() || start.isEmpty()) {
            Problems.answer(exchange, 400, "invalid_request", "limit and start are whole numbers from 0.");
            return;
        }
        var found = mailbox.find(MailQuery.parse(exchange.request().getParam("query", "")));
        send(exchange, MailJson.list(page(found, start.get(), limit.get()), mailbox.size(), found.size(), start.get()));
    }

    private void one(RoutingContext exchange) {
        mail(exchange.pathParam("id"))
                .ifPresentOrElse(mail -> send(exchange, MailJson.whole(mail)), () -> Problems.notFound(exchange));
    }

    /** The HTML of a mail as a document that can do nothing: no script, no form, no request to anywhere. */
    private void html(RoutingContext exchange) {
        mail(exchange.pathParam("file").replaceAll("\\.html$", ""))
                .ifPresentOrElse(
                        mail -> exchange.response()
                                .putHeader(
                                        "Content-Security-Policy",
                                        "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; "
                                                + "frame-ancestors 'self'")
                                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                                .end(mail.html()),
                        () -> Problems.notFound(exchange));
    }

    private Optional<Mail> mail(String id) {
        return id.equals("latest") ? mailbox.latest() : mailbox.byId(id);
    }

    private static List<Mail> page(List<Mail> found, int start, int limit) {
        return found.stream().skip(start).limit(limit).toList();
    }

    private static Optional<Integer> number(RoutingContext exchange, String name, int otherwise) {
        try {
            var value = exchange.request().getParam(name);
            return Optional.of(value == null ? otherwise : Integer.parseInt(value))
                    .filter(number -> number >= 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void send(RoutingContext exchange, JsonObject json) {
        exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(json.toBuffer());
    }
}
