package dev.natter.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcTest {

    @Test
    void tellsWhatThisProcessHolds() {
        var reading = Proc.read(ProcessHandle.current().pid());

        assertThat(reading.cpuSeconds()).isPositive();
        assertThat(reading.rssBytes()).isBetween(10L << 20, 8L << 30);
        assertThat(reading.threads()).isPositive();
    }

    @Test
    void aProcessThatIsGoneHoldsNothing() {
        assertThat(Proc.read(-1)).isEqualTo(ProcessUsage.NOTHING);
    }

    @Test
    void replicasAreCountedTogetherAndOthersNot() {
        var before = Map.of(
                "chat-1",
                new ProcessUsage(1, 10, 1),
                "chat-2",
                new ProcessUsage(2, 20, 1),
                "chatter",
                ProcessUsage.NOTHING);
        var after = Map.of(
                "chat-1",
                new ProcessUsage(1.5, 11, 1),
                "chat-2",
                new ProcessUsage(3, 22, 1),
                "chatter",
                new ProcessUsage(9, 9, 9));

        var spent = new ResourceUsage(before, after, 1);

        assertThat(spent.cpuMillis("chat")).isEqualTo(1500);
        assertThat(spent.rssBytes("chat")).isEqualTo(33);
    }
}
