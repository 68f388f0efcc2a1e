package dev.natter.boot.trace.mongodb;

import com.mongodb.MongoClientSettings;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Traces the commands of a client. Replaces Quarkus' tracing, which serialises each command to JSON, traced or not. */
@Singleton
public class MongoTraces {

    private final boolean enabled;
    private final CommandSpans spans;

    MongoTraces(@ConfigProperty(name = "natter.traces.enabled") boolean enabled, Tracer tracer) {
        this.enabled = enabled;
        this.spans = new CommandSpans(tracer);
    }

    /** The settings, with a listener if tracing is on. */
    public MongoClientSettings.Builder into(MongoClientSettings.Builder settings) {
        return enabled ? settings.addCommandListener(spans).contextProvider(new TraceContextProvider()) : settings;
    }
}
