package dev.natter.boot.trace.mongodb;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.quarkus.mongodb.runtime.MongoRequestContext;
import jakarta.enterprise.inject.Vetoed;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A span for each command of a request: its name and collection, nothing of its content. Commands of probes and sweeps
 * belong to no trace and create no span.
 *
 * <p>Not a bean: Quarkus adds every command listener bean to every client, and this one is for traced clients only.
 */
@Vetoed
final class CommandSpans implements CommandListener {

    private final Tracer tracer;
    /** Commands in flight; the driver's pool bounds their number. */
    private final Map<Integer, Span> underWay = new ConcurrentHashMap<>();

    CommandSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        var parent = parent(event);
        if (parent == null || !Span.fromContext(parent).getSpanContext().isValid()) {
            return;
        }
        var command = event.getCommandName();
        var collection = collection(event);
        var span = tracer.spanBuilder(collection == null ? command : command + " " + collection)
                .setParent(parent)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("db.system.name", "mongodb")
                .setAttribute("db.operation.name", command)
                .setAttribute("db.namespace", event.getDatabaseName());
        if (collection != null) {
            span.setAttribute("db.collection.name", collection);
        }
        underWay.put(event.getRequestId(), span.startSpan());
    }

    private static @Nullable Context parent(CommandStartedEvent event) {
        var request = event.getRequestContext();
        return request == null || !request.hasKey(MongoRequestContext.OTEL_CONTEXT_KEY)
                ? null
                : request.get(MongoRequestContext.OTEL_CONTEXT_KEY);
    }

    private static @Nullable String collection(CommandStartedEvent event) {
        var command = event.getCommand();
        var named = command.get("getMore".equals(event.getCommandName()) ? "collection" : event.getCommandName());
        return named != null && named.isString() ? named.asString().getValue() : null;
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        var span = underWay.remove(event.getRequestId());
        if (span != null) {
            span.end();
        }
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        var span = underWay.remove(event.getRequestId());
        if (span != null) {
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", event.getThrowable().getClass().getName())
                    .end();
        }
    }
}
