package dev.natter.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingTest {
    private final List<String> done = new ArrayList<>();
    private final Ending ending = new Ending();

    @Test
    void undoesTheLastFirstAndOnce() {
        ending.before(() -> done.add("servers"));
        ending.before(() -> done.add("services"));

        ending.run();
        ending.run();

        assertThat(done).containsExactly("services", "servers");
    }

    @Test
    void oneStepThatFailsKeepsNoOtherFromBeingDone() {
        ending.before(() -> done.add("servers"));
        ending.before(() -> {
            throw new IllegalStateException("expected by this test");
        });

        ending.run();

        assertThat(done).containsExactly("servers");
    }

    @Test
    void whatIsStartedAfterTheEndIsUndoneAtOnceAndTheStartStops() {
        ending.run();

        assertThatThrownBy(() -> ending.before(() -> done.add("late"))).isInstanceOf(Ending.StartCutShort.class);
        assertThat(done).containsExactly("late");
    }
}
