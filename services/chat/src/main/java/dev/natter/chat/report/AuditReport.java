package dev.natter.chat.report;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Writes a report as one log line of category {@value #CATEGORY}, with structured fields, and counts it as {@code
 * natter.audit}. The one place where a text of a message reaches a log: as a field, so that it cannot forge a line.
 */
@ApplicationScoped
class AuditReport {

    static final String CATEGORY = "natter.audit";

    private static final Logger LOG = Logger.getLogger(CATEGORY);
    private static final String EVENT = "user_reported";

    private final MeterRegistry metrics;

    AuditReport(MeterRegistry metrics) {
        this.metrics = metrics;
        metrics.counter(CATEGORY, "event", EVENT);
    }

    void handle(Report report) {
        metrics.counter(CATEGORY, "event", EVENT).increment();
        var fields = fields(report);
        fields.forEach(MDC::put);
        try {
            LOG.info(EVENT);
        } finally {
            fields.keySet().forEach(MDC::remove);
        }
    }

    private static Map<String, String> fields(Report report) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("audit", EVENT);
        fields.put("reportId", report.id());
        fields.put("userId", report.reporterId());
        fields.put("reportedUserId", report.userId());
        fields.put("reason", report.reason().name().toLowerCase(Locale.ROOT));
        if (report.text() != null) {
            fields.put("reportText", report.text());
        }
        var message = report.message();
        if (message != null) {
            fields.put("conversationId", message.conversationId());
            fields.put("messageId", message.id());
            fields.put("messageSentAt", message.sentAt().toString());
            if (message.text() != null) {
                fields.put("messageText", message.text());
            }
            if (message.image() != null) {
                fields.put("messageImageId", message.image().id());
            }
            if (message.file() != null) {
                fields.put("messageFileId", message.file().id());
                fields.put("messageFileName", message.file().name());
            }
            if (message.voice() != null) {
                fields.put("messageVoiceId", message.voice().id());
            }
        }
        return fields;
    }
}
