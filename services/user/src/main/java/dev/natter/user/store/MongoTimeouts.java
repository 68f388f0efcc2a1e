package dev.natter.user.store;

import com.mongodb.MongoClientSettings;
import dev.natter.boot.trace.mongodb.MongoTraces;
import io.quarkus.mongodb.runtime.MongoClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** How long to wait for one of the connections, when all are in use: no longer than for a server. And whether to trace. */
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
