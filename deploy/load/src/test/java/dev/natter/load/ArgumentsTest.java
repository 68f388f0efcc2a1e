package dev.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void whatIsSaidGoesBeforeWhatFits() {
        var options = OptionParser.parse(List.of("--rates", "5,6", "--pids", "chat=7"));

        assertThat(options.rates()).containsExactly(5, 6);
        assertThat(options.pids()).containsEntry("chat", 7L);
        assertThat(options.pairs()).isPositive();
    }

    @Test
    void unknownOptionsAreRefused() {
        assertThatThrownBy(() -> OptionParser.parse(List.of("--rate", "5")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--rate;");
    }

    @Test
    void aScenarioThatThereIsNoneOfIsRefusedBeforeAnythingIsStarted() {
        assertThatThrownBy(() -> OptionParser.parse(List.of("--scenarios", "pairs,pears")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pears");
    }

    @Test
    void aNumberIsANumberFromOne() {
        assertThatThrownBy(() -> OptionParser.parse(List.of("--pairs", "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--pairs");
        assertThatThrownBy(() -> OptionParser.parse(List.of("--pairs", "many")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--pairs");
    }

    @Test
    void anOptionNeedsAValue() {
        assertThatThrownBy(() -> OptionParser.parse(List.of("--pairs"))).isInstanceOf(IllegalArgumentException.class);
    }
}
