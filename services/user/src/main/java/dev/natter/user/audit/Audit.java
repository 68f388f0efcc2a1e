package dev.natter.user.audit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Tells what has happened as one log line each, in the category {@value #CATEGORY}, with {@code audit} and ids among its
 * fields, and counts it as {@code natter.audit}. Never fails.
 */
@ApplicationScoped
public class Audit {

    /** By which the lines can be sent somewhere else, and kept longer. */
    public static final String CATEGORY = "natter.audit";

    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final String EVENT = "audit";
    /** As all our ids are; what a stranger sends in the place of one is not written down. */
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{1,64}");

    private final MeterRegistry metrics;

    Audit(MeterRegistry metrics) {
        this.metrics = metrics;
        for (var event : AuditEvent.values()) {
            metrics.counter(CATEGORY, "event", event.label());
        }
    }

    /**
     * Writes it down.
     *
     * @param ids of those it is about, by the names {@code userId}, {@code sessionId} and {@code challengeId}
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
