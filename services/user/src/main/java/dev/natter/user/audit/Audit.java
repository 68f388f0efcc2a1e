package dev.natter.user.audit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Writes each event as one log line of category {@value #CATEGORY}, with the fields {@code audit} and ids, and counts
 * it as {@code natter.audit}. Never fails.
 */
@ApplicationScoped
public class Audit {

    /** For routing and retention of the lines. */
    public static final String CATEGORY = "natter.audit";

    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final String EVENT = "audit";
    /** The format of our ids; other client input is not logged. */
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{1,64}");

    private final MeterRegistry metrics;

    Audit(MeterRegistry metrics) {
        this.metrics = metrics;
        for (var event : AuditEvent.values()) {
            metrics.counter(CATEGORY, "event", event.label());
        }
    }

    /**
     * Records an event.
     *
     * @param ids its subjects, by the names {@code userId}, {@code sessionId} and {@code challengeId}
     */
    public void tell(AuditEvent event, Map<String, String> ids) {
        metrics.counter(CATEGORY, "event", event.label()).increment();
        var ours = ids.entrySet().stream()
                .filter(id -> ID.matcher(id.getValue()).matches())
                .toList();
        MDC.put(EVENT, event.label());
        ours.forEach(id -> MDC.put(id.getKey(), id.getValue()));
        try {
            LOG.info(event.label());
        } finally {
            MDC.remove(EVENT);
            ours.forEach(id -> MDC.remove(id.getKey()));
        }
    }
}
