package dev.natter.web;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/**
 * The Vert.x context (event loop, request, log fields) of a caller. A result that several callers wait for arrives on
 * the context of the first; this class switches back to the caller's own.
 */
public final class CallerContext {

    private final @Nullable Context context;

    private CallerContext(@Nullable Context context) {
        this.context = context;
    }

    /** The context of the calling code; empty outside of Vert.x. */
    public static CallerContext current() {
        return new CallerContext(Vertx.currentContext());
    }

    /** The same outcome, emitted on this context. */
    public <T> Uni<T> comeBack(Uni<T> work) {
        return context == null ? work : work.emitOn(task -> context.runOnContext(nothing -> task.run()));
    }
}
