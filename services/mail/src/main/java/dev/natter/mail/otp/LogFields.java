package dev.natter.mail.otp;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.Map;
import org.jboss.logging.MDC;

/** Fields of log lines. They belong to the lines and not to the thread, which works on many mails in turn. */
final class LogFields {

    private LogFields() {}

    /** Runs {@code writing}, whose log lines have {@code fields}; those without a value are left out. */
    static void during(Runnable writing, Map<String, String> fields) {
        var context = Vertx.currentContext();
        if (context == null || VertxContext.isDuplicatedContext(context)) {
            write(writing, fields);
        } else {
            // The platform keeps fields in a context, and throws away what is put into one that all share.
            ((ContextInternal) context).duplicate().dispatch(() -> write(writing, fields));
        }
    }

    private static void write(Runnable writing, Map<String, String> fields) {
        fields.forEach((name, value) -> {
            if (!value.isEmpty()) {
                MDC.put(name, value);
            }
        });
        try {
            writing.run();
        } finally {
            fields.keySet().forEach(MDC::remove);
        }
    }
}
