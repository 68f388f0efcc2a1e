package dev.natter.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    private static final Duration GRACE = Duration.ofSeconds(5);

    @TempDir
    Path directory;

    @Test
    void endsTheProcessThatWasLeftBehind() throws Exception {
        var file = file();
        var leftBehind = new ProcessBuilder("sleep", "4711").start();
        file.write(leftBehind.pid());

        var found = file.endStale("sleep 4711", GRACE);

        assertThat(found).isTrue();
        assertThat(leftBehind.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void leavesAnotherProcessThatGotTheSameIdAlone() throws Exception {
        var file = file();
        var stranger = new ProcessBuilder("sleep", "4712").start();
        file.write(stranger.pid());

        var found = file.endStale("redis-server", GRACE);

        assertThat(found).isFalse();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    void killsWhatDoesNotEndWhenAsked() throws Exception {
        var file = file();
        var stubborn = new ProcessBuilder("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done").start();
        assertThat(stubborn.inputReader().readLine()).isEqualTo("ready");
        file.write(stubborn.pid());

        file.endStale("trap", Duration.ofMillis(100));

        assertThat(stubborn.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aMissingOrBrokenFileMeansNothingWasLeft() throws Exception {
        assertThat(file().endStale("sleep", GRACE)).isFalse();

        Files.writeString(directory.resolve("some.pid"), "not a number");
        assertThat(file().endStale("sleep", GRACE)).isFalse();
    }

    @Test
    void aTetheredProgramKeepsItsOwnProcessIdAndExitCode() throws Exception {
        var process =
                Tether.builder(List.of("sh", "-c", "echo $$; exit 7"), GRACE).start();

        assertThat(process.inputReader().readLine()).isEqualTo(Long.toString(process.pid()));
        assertThat(process.waitFor()).isEqualTo(7);
    }

    @Test
    void aTetheredProgramEndsWhenTheOtherEndLetsGo() throws Exception {
        var process = Tether.builder(List.of("sleep", "4713"), GRACE).start();

        process.getOutputStream().close();

        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    private PidFile file() {
        return new PidFile(directory.resolve("some.pid"));
    }
}
