package dev.natter.chat.store;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.web.Refusal;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private final List<List<Integer>> asked = new ArrayList<>();
    private final List<CompletableFuture<Void>> answers = new ArrayList<>();
    private final Gathering<Integer, String> gathering = new Gathering<>(3, 1, questions -> {
        asked.add(questions);
        var answer = new CompletableFuture<Void>();
        answers.add(answer);
        return Uni.createFrom()
                .completionStage(answer)
                .map(nothing -> questions.stream().map(each -> "answer " + each).toList());
    });

    @Test
    void whoComesWhileNobodyAsksGoesAtOnce() {
        var first = subscribe(1);

        assertThat(asked).containsExactly(List.of(1));
        answers.get(0).complete(null);
        first.assertCompleted().assertItem("answer 1");
    }

    @Test
    void whoComesMeanwhileGoesTogetherAndInOrder() {
        var all = new ArrayList<UniAssertSubscriber<String>>();
        for (var question = 1; question <= 6; question++) {
            all.add(subscribe(question));
        }

        answers.get(0).complete(null);
        answers.get(1).complete(null);
        answers.get(2).complete(null);

        assertThat(asked).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5, 6));
        for (var question = 1; question <= 6; question++) {
            all.get(question - 1).assertCompleted().assertItem("answer " + question);
        }
    }

    @Test
    void allFailTogetherAndTheNextDoNot() {
        subscribe(1);
        var second = subscribe(2);
        var third = subscribe(3);
        answers.get(0).complete(null);

        answers.get(1).completeExceptionally(new IllegalStateException("away"));

        second.assertFailedWith(IllegalStateException.class, "away");
        third.assertFailedWith(IllegalStateException.class, "away");
        var next = subscribe(4);
        answers.get(2).complete(null);
        next.assertCompleted().assertItem("answer 4");
    }

    @Test
    void whoAsksForAllDoesSoEvenWhenHeWaitsNoMore() {
        subscribe(1);
        var second = subscribe(2);
        var third = subscribe(3);
        second.cancel();

        answers.get(0).complete(null);
        answers.get(1).complete(null);

        third.assertCompleted().assertItem("answer 3");
    }

    @Test
    void aFaultInAskingIsTheAnswerOfAll() {
        var broken = new Gathering<Integer, String>(3, 1, questions -> {
            throw new IllegalArgumentException("broken");
        });

        assertThat(failure(broken.ask(1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(failure(broken.ask(2))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoWouldWaitTooLongIsRefusedAndNobodyElse() {
        var all = new ArrayList<UniAssertSubscriber<String>>();
        var room = 1 + 3 * Gathering.COMMANDS_WAITING;
        for (var question = 1; question <= room; question++) {
            all.add(subscribe(question));
        }

        var refused = (Refusal) failure(gathering.ask(room + 1));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("busy");
        for (var command = 0; command <= Gathering.COMMANDS_WAITING; command++) {
            answers.get(command).complete(null);
        }
        for (var question = 1; question <= room; question++) {
            all.get(question - 1).assertCompleted().assertItem("answer " + question);
        }
        assertThat(asked).hasSize(1 + Gathering.COMMANDS_WAITING);
    }

    @Test
    void oneIsAskedOnceHoweverOftenItIsLookedAt() {
        var one = gathering.ask(1);
        one.subscribe().withSubscriber(UniAssertSubscriber.create());
        answers.get(0).complete(null);

        assertThat(get(one)).isEqualTo("answer 1");
        assertThat(asked).hasSize(1);
    }

    private UniAssertSubscriber<String> subscribe(int question) {
        return gathering.ask(question).subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
