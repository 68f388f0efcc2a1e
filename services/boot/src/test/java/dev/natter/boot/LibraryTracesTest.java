package dev.natter.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LibraryTracesTest {

    private final LibraryTraces filter = new LibraryTraces();

    @Test
    void anAttemptToConnectThatFailsIsOneLine() {
        var line = failure("io.vertx.rabbitmq.impl.RabbitMQClientImpl");

        assertThat(filter.isLoggable(line)).isTrue();

        assertThat(line.getThrown()).isNull();
        assertThat(line.getMessage()).startsWith("no (").contains("ConnectException: refused");
    }

    @Test
    void ourOwnTracesStay() {
        var line = failure("dev.natter.chat.Anything");

        assertThat(filter.isLoggable(line)).isTrue();

        assertThat(line.getThrown()).isNotNull();
        assertThat(line.getMessage()).isEqualTo("no");
    }

    private static LogRecord failure(String logger) {
        var line = new LogRecord(Level.SEVERE, "no");
        line.setLoggerName(logger);
        line.setThrown(new ConnectException("refused"));
        return line;
    }
}
