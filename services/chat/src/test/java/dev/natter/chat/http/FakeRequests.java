package dev.natter.chat.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Requests whose end a test decides. */
final class FakeRequests {

    private final List<List<Handler<AsyncResult<Void>>>> ends = new ArrayList<>();
    private final CurrentVertxRequest current = new CurrentVertxRequest();

    CurrentVertxRequest current() {
        return current;
    }

    /** Another request is the current one. */
    void begin() {
        var handlers = new ArrayList<Handler<AsyncResult<Void>>>();
        ends.add(handlers);
        current.setCurrent(proxy(RoutingContext.class, handlers));
    }

    /** The last byte of this one is written, or its client is gone. */
    void end(int request) {
        ends.get(request).forEach(handler -> handler.handle(Future.succeededFuture()));
    }

    private static <T> T proxy(Class<T> type, List<Handler<AsyncResult<Void>>> handlers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "response":
                            return proxy(HttpServerResponse.class, handlers);
                        case "closed":
                            return false;
                        case "addEndHandler":
                            @SuppressWarnings("unchecked")
                            var handler = (Handler<AsyncResult<Void>>) arguments[0];
                            handlers.add(handler);
                            return handlers.size();
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                }));
    }
}
