package dev.natter.chat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.natter.web.ApiException;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InFlightAnswersTest {

    private final FakeRequests requests = new FakeRequests();
    private final InFlightAnswers inFlight = new InFlightAnswers(requests.current());
    private final List<Integer> begun = new ArrayList<>();

    @Test
    void buildsFourAnswersOfOnePersonAtATimeUntilTheyAreWritten() {
        IntStream.range(0, 6).forEach(number -> ask("ada", number));
        assertThat(begun).containsExactly(0, 1, 2, 3);

        requests.end(2);
        requests.end(0);
        requests.end(1);

        assertThat(begun).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void everybodyHasPermitsOfHisOwn() {
        IntStream.range(0, 5).forEach(number -> ask("ada", number));

        ask("bob", 5);

        assertThat(begun).containsExactly(0, 1, 2, 3, 5);
    }

    @Test
    void whoGoesWhileWaitingIsForgotten() {
        IntStream.range(0, 6).forEach(number -> ask("ada", number));

        requests.end(4);
        requests.end(0);

        assertThat(begun).containsExactly(0, 1, 2, 3, 5);
    }

    @Test
    void refusesTooManyThatWait() {
        IntStream.range(0, 104).forEach(number -> ask("ada", number));

        var refusal = catchThrowableOfType(ApiException.class, () -> ask("ada", 104));

        assertThat(refusal).returns(429, ApiException::status);
        IntStream.range(0, 104).forEach(requests::end);
        assertThat(begun).hasSize(104);
    }

    private void ask(String userId, int number) {
        requests.begin();
        inFlight.take(userId, () -> Uni.createFrom().item(() -> begun.add(number)))
                .subscribe()
                .with(done -> {}, failure -> {});
    }
}
