package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack of its own, because it is stopped and killed; beside the one of the other tests. */
@Tag("slow")
class RestartIT {

    @TempDir
    Path data;

    @Test
    void whatWasThereIsThereAfterARestartAndAfterAKill() {
        Person ada;
        String conversation;
        List<ProcessHandle> children;
        try (var first = RunningStack.startAlone(data)) {
            ada = Person.signIn(first, "ada");
            var bob = Person.signIn(first, "bob");
            conversation = ada.converse(bob);
            try (var socket = ada.socket(first.app())) {
                socket.send(conversation, "still there?");
                socket.next(frame -> frame.getString("type").equals("sent"));
            }
            children = first.launcher().descendants().toList();
        }
        assertThat(children).isNotEmpty();
        endsSoon(children);

        var second = RunningStack.startAlone(data);
        assertThat(ada.refresh(second.app()).statusCode()).isEqualTo(200);
        assertThat(historyAt(second, ada, conversation)).isEqualTo("still there?");
        var left = Stream.concat(Stream.of(second.launcher()), second.launcher().descendants())
                .toList();
        second.launcher().destroyForcibly();

        try (var third = RunningStack.startAlone(data)) {
            assertThat(ada.refresh(third.app()).statusCode()).isEqualTo(200);
            assertThat(historyAt(third, ada, conversation)).isEqualTo("still there?");
            endsSoon(left);
        }
    }

    /** The watchdogs of a stack look around once in a while, so they end a moment after it. */
    private static void endsSoon(List<ProcessHandle> processes) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
    }

    private static String historyAt(RunningStack stack, Person reader, String conversation) {
        var page = reader.at(stack.app(), "GET", "/api/v1/conversations/" + conversation + "/messages", null);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return new io.vertx.core.json.JsonObject(page.body())
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("text");
    }
}
