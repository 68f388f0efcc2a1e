package dev.natter.boot;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** The client library prints a stack trace for each failed connection attempt; one line with the reason is enough. */
@LoggingFilter(name = "without-library-traces")
public final class LibraryTraces implements Filter {

    @Override
    public boolean isLoggable(LogRecord line) {
        var trace = line.getThrown();
        if (trace != null && line.getLoggerName().startsWith("io.vertx.rabbitmq")) {
            var cause = trace.getCause() == null ? "" : ", " + trace.getCause();
            line.setMessage(line.getMessage() + " (" + trace + cause + ")");
            line.setThrown(null);
        }
        return true;
    }
}
