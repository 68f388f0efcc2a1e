package dev.natter.chat.store;

import com.mongodb.MongoClientSettings;
import dev.natter.boot.trace.mongodb.MongoTraces;
import io.quarkus.mongodb.runtime.MongoClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the platform has no setting for: how long a question waits for a connection when all are busy. The driver's own two
 * minutes are longer than anybody waits for an answer. And whether to trace.
 */
@ApplicationScoped
class StoreSettings implements MongoClientCustomizer {

    private final long patienceMillis;
    private final MongoTraces traces;

    StoreSettings(@ConfigProperty(name = "natter.store.pool-patience") Duration patience, MongoTraces traces) {
        this.patienceMillis = patience.toMillis();
        this.traces = traces;
    }

    @Override
    public MongoClientSettings.Builder customize(MongoClientSettings.Builder settings) {
        return traces.into(settings)
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(patienceMillis, TimeUnit.MILLISECONDS));
    }
}
