package dev.natter.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnRunsTest {

    private final OwnRuns runs = new OwnRuns();

    @Test
    void twoInARowMakeTheNextOneLikely() {
        assertThat(runs.last("lunch")).isNull();

        runs.took("lunch", 5);
        assertThat(runs.last("lunch")).isNull();

        runs.took("lunch", 6);
        assertThat(runs.last("lunch")).isEqualTo(6);
    }

    @Test
    void aNumberOfSomebodyElseBetweenEndsIt() {
        runs.took("lunch", 5);
        runs.took("lunch", 6);

        runs.took("lunch", 8);
        assertThat(runs.last("lunch")).isNull();

        runs.took("lunch", 9);
        assertThat(runs.last("lunch")).isEqualTo(9);
    }

    @Test
    void theTenThousandLastInUseAreKept() {
        runs.took("lunch", 1);
        runs.took("lunch", 2);
        for (var other = 1; other <= 9_999; other++) {
            runs.took("other " + other, 1);
        }
        assertThat(runs.last("lunch")).isEqualTo(2);

        for (var other = 1; other <= 10_000; other++) {
            runs.took("other " + other, 1);
        }
        assertThat(runs.last("lunch")).isNull();
    }
}
