package dev.natter.chat.mongo;

import com.mongodb.MongoClientSettings;
import dev.natter.boot.trace.mongodb.MongoTraces;
import io.quarkus.mongodb.runtime.MongoClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What Quarkus has no setting for: how long a command waits for a pooled connection (two minutes by default), and tracing.
 */
@ApplicationScoped
class MongoSettings implements MongoClientCustomizer {

    private final long timeoutMillis;
    private final MongoTraces traces;

    MongoSettings(@ConfigProperty(name = "natter.mongodb.pool-timeout") Duration timeout, MongoTraces traces) {
        this.timeoutMillis = timeout.toMillis();
        this.traces = traces;
    }

    @Override
    public MongoClientSettings.Builder customize(MongoClientSettings.Builder settings) {
        return traces.into(settings)
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(timeoutMillis, TimeUnit.MILLISECONDS));
    }
}
