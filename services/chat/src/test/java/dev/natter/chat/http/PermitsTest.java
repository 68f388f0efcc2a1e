package dev.natter.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.http.Permits.Permit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Work in order and not too much at a time. */
class PermitsTest {
    private final Permits permits = new Permits(2, 3, 100);
    private final List<String> begun = new ArrayList<>();

    private Permit begin(String name, int size) {
        var permit = permits.request(size);
        if (permit != null) {
            permit.granted().subscribe().with(granted -> begun.add(name));
        }
        return permit;
    }

    @Test
    void areGrantedInOrderAndOnlySoManyAtOnce() {
        var first = begin("a", 1);
        var second = begin("b", 1);
        begin("c", 1);
        begin("d", 1);
        assertThat(begun).containsExactly("a", "b");

        second.release();
        assertThat(begun).containsExactly("a", "b", "c");
        first.release();

        assertThat(begun).containsExactly("a", "b", "c", "d");
    }

    @Test
    void areRefusedWhenTooManyWait() {
        var first = begin("a", 1);
        List.of("b", "c", "d", "e").forEach(name -> begin(name, 1));

        assertThat(begin("f", 1)).isNull();
        first.release();

        assertThat(begin("g", 1)).isNotNull();
        assertThat(begun).containsExactly("a", "b", "c");
    }

    @Test
    void areRefusedWhenWhatWaitsIsTooLargeTogether() {
        List.of("a", "b").forEach(name -> begin(name, 90));
        assertThat(begin("c", 60)).isNotNull();

        assertThat(begin("d", 60)).isNull();
    }

    @Test
    void areGivenBackOnce() {
        var first = begin("a", 1);
        List.of("b", "c", "d").forEach(name -> begin(name, 1));

        first.release();
        first.release();

        assertThat(begun).containsExactly("a", "b", "c");
    }

    @Test
    void areNotGrantedToWhoWaitsNoLonger() {
        var first = begin("a", 1);
        begin("b", 1);
        var waiting = begin("c", 1);
        begin("d", 1);

        waiting.release();
        first.release();

        assertThat(begun).containsExactly("a", "b", "d");
    }
}
