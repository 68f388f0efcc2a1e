package dev.natter.chat.socket;

import dev.natter.chat.delivery.ServerFrame;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Traces of frames: each begins one, as a request does. */
@ApplicationScoped
class FrameSpans {

    private final boolean enabled;
    private final Tracer tracer;

    FrameSpans(@ConfigProperty(name = "natter.traces.enabled") boolean enabled, Tracer tracer) {
        this.enabled = enabled;
        this.tracer = tracer;
    }

    /** Begun where the frame came in, and current on its context, which ends with the frame. */
    Span begin(ClientFrame frame) {
        if (!enabled) {
            return Span.getInvalid();
        }
        var type = frame.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        var span = tracer.spanBuilder("socket " + type)
                .setNoParent()
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        ContextStorage.get().attach(Context.root().with(span));
        return span;
    }

    void answered(Span span, @Nullable ServerFrame answer) {
        if (answer instanceof SocketFrame.Refused refused) {
            span.setStatus(StatusCode.ERROR).setAttribute("error.type", refused.code());
        }
    }
}
