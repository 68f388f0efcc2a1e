package dev.natter.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/**
 * The context (event loop, request, log fields) that somebody works on. What was waited for together with others ends on
 * the context of whoever was first; this leads back to one's own.
 */
public final class CallerContext {

    private final @Nullable Context context;

    private CallerContext(@Nullable Context context) {
        this.context = context;
    }

    /** The context of the calling code; outside of Vert.x there is none, and nothing to come back to. */
    public static CallerContext current() {
        return new CallerContext(Vertx.currentContext());
    }

    /** The same outcome, told on this context. */
    public <T> Uni<T> comeBack(Uni<T> work) {
        return context == null ? work : work.emitOn(task -> context.runOnContext(nothing -> task.run()));
    }
}
