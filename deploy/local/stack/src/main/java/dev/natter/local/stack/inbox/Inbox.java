package dev.natter.local.stack.inbox;

import com.icegreen.greenmail.util.GreenMail;
import dev.natter.local.stack.http.LoopbackHosts;
import dev.natter.local.stack.http.Problems;
import dev.natter.local.stack.http.RequestIds;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.time.Clock;

/** The mail inbox on its own port: {@code /} for people, {@code /api/v1} for programs. */
public final class Inbox {
    private Inbox() {}

    /** From now on mail that arrives there goes into a new inbox, which the returned handler shows. */
    public static Handler<HttpServerRequest> over(GreenMail greenMail, Vertx vertx, Clock clock) {
        var mailbox = new Mailbox();
        var delivery = new Delivery(mailbox, new MailParser(clock, new SecureRandom()));
        greenMail.getManagers().getUserManager().setMessageDeliveryHandler(delivery);
        return router(mailbox, vertx);
    }

    static Router router(Mailbox mailbox, Vertx vertx) {
        var router = Router.router(vertx);
        router.route().handler(new RequestIds()).handler(new LoopbackHosts()).handler(exchange -> {
            exchange.response()
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("Referrer-Policy", "no-referrer")
                    .putHeader("Cross-Origin-Resource-Policy", "same-origin");
            exchange.next();
        });
        InboxPage.mount(router);
        new InboxApi(mailbox).mount(router);
        router.route().handler(Problems::notFound);
        router.errorHandler(
                500,
                exchange ->
                        Problems.answer(exchange, 500, "internal_error", "An unexpected error occurred. Try again."));
        return router;
    }
}
