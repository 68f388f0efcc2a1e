package dev.natter.boot.trace.mongodb;

import com.mongodb.MongoClientSettings;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Has a client's commands traced. Instead of the platform's own, which writes each command out as JSON, traced or not. */
@Singleton
public class MongoTraces {

    private final boolean enabled;
    private final CommandSpans spans;

    MongoTraces(@ConfigProperty(name = "natter.traces.enabled") boolean enabled, Tracer tracer) {
        this.enabled = enabled;
        this.spans = new CommandSpans(tracer);
    }

    /** The same settings, untouched where nothing is traced. */
    public MongoClientSettings.Builder into(MongoClientSettings.Builder settings) {
        return enabled ? settings.addCommandListener(spans).contextProvider(new Askers()) : settings;
    }
}
