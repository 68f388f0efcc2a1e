package dev.natter.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Everything that is logged while it is open. */
public final class RecordedLog extends Handler implements AutoCloseable {

    private final List<ExtLogRecord> records = new CopyOnWriteArrayList<>();
    private final PatternFormatter formatter = new PatternFormatter("%s%e");
    private final Logger root = Logger.getLogger("");

    public RecordedLog() {
        root.addHandler(this);
    }

    /** What was said, with the traces. */
    public List<String> lines() {
        return records.stream().map(formatter::format).toList();
    }

    /** Those of one category. */
    public List<ExtLogRecord> of(String category) {
        return records.stream()
                .filter(line -> category.equals(line.getLoggerName()))
                .toList();
    }

    @Override
    public void publish(LogRecord line) {
        var record = ExtLogRecord.wrap(line);
        record.copyMdc();
        records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
