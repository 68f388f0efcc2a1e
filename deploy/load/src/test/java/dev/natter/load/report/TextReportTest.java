package dev.natter.load.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.load.measure.ResourceUsage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextReportTest {

    private static final ResourceUsage NOTHING = new ResourceUsage(Map.of(), Map.of(), 1);

    private final Table table =
            new Table("x", "A <title>", List.of(new Column("size", "MiB"), new Column("count", "")), Optional.empty());

    @Test
    void columnsStandOneBelowTheOther() {
        table.add("first", NOTHING, 1.234, 100);
        table.add("the second", NOTHING, 12345.6, 7);
        table.note("A note.");

        assertThat(TextReport.of(table)).isEqualTo("""

                        == A <title>
                                    size [MiB]  count
                        first             1.23    100
                        the second       12346      7
                           A note.
                        """);
    }

    @Test
    void aStepHasAFigureForEachColumn() {
        assertThatThrownBy(() -> table.add("first", NOTHING, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePageIsNoMarkupOfOthers() {
        var page = HtmlReport.of(Machine.here(java.time.Instant.EPOCH, "<b>"), List.of(table));

        assertThat(page).doesNotContain("<title>A", "<b>").contains("A &lt;title>");
    }

    @Test
    void noLoginIsShownAround() {
        var machine = Machine.here(java.time.Instant.EPOCH, "x --rabbitmq amqp://natter:secret@broker:5672/ --pairs 5");

        assertThat(machine.command()).isEqualTo("x --rabbitmq amqp://…@broker:5672/ --pairs 5");
    }
}
