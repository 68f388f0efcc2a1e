package dev.natter.user.store;

import com.mongodb.MongoClientSettings;
import dev.natter.boot.trace.mongodb.MongoTraces;
import io.quarkus.mongodb.runtime.MongoClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** Client settings: the wait for a pooled connection is no longer than for a server; tracing if it is on. */
@ApplicationScoped
class MongoTimeouts implements MongoClientCustomizer {

    private static final long SECONDS = 2;

    private final MongoTraces traces;

    MongoTimeouts(MongoTraces traces) {
        this.traces = traces;
    }

    @Override
    public MongoClientSettings.Builder customize(MongoClientSettings.Builder settings) {
        return traces.into(settings).applyToConnectionPoolSettings(pool -> pool.maxWaitTime(SECONDS, TimeUnit.SECONDS));
    }
}
