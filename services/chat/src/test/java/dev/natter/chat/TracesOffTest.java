package dev.natter.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Unless the environment says where traces go there are none: no span begins, no queue and no exporter exist. */
@QuarkusTest
class TracesOffTest {

    @Inject
    Vertx vertx;

    @Inject
    MeterRegistry metrics;

    private final Caller ada = Caller.newUser();

    @Test
    void nothingIsTracedAndNoSpanProcessorRuns() {
        var conversation = ada.start(Caller.newUser()).<String>path("id");
        ada.post(conversation, UUID.randomUUID().toString(), "Soup?");

        assertThat(((VertxInternal) vertx).tracer()).isNull();
        assertThat(metrics.find("natter.traces.spans").meters()).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("SpanProcessor"));
    }
}
