package dev.natter.boot.trace.mongodb;

import com.mongodb.RequestContext;
import com.mongodb.client.SynchronousContextProvider;
import com.mongodb.reactivestreams.client.ReactiveContextProvider;
import io.opentelemetry.context.Context;
import io.quarkus.mongodb.runtime.MongoRequestContext;
import org.reactivestreams.Subscriber;

/** Captures the trace context where a command is issued; the driver sends it from another thread. */
final class TraceContextProvider implements ReactiveContextProvider, SynchronousContextProvider {

    @Override
    public RequestContext getContext(Subscriber<?> subscriber) {
        return getContext();
    }

    @Override
    public RequestContext getContext() {
        return new MongoRequestContext(Context.current());
    }
}
