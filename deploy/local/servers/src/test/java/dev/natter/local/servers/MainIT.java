package dev.natter.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, started as the tests of the services start it. */
class MainIT {
    @TempDir
    Path temporaries;

    @TempDir
    Path startedFrom;

    @Test
    void printsOneLineAndEndsWithItsInputLeavingNothing() throws Exception {
        var process = start();
        var reader = process.inputReader();
        var line = reader.readLine();
        var children = process.descendants().toList();

        process.getOutputStream().close();

        assertThat(line)
                .matches("\\{\"mongodb\":\"mongodb://127.0.0.1:\\d+\",\"redis\":\"redis://127.0.0.1:\\d+\","
                        + "\"rabbitmq\":\"amqp://natter:[0-9a-f]{32}@127.0.0.1:\\d+/\",\"smtp\":\"smtp://127.0.0.1:\\d+\","
                        + "\"s3\":\"http://natter:[0-9a-f]{32}@127.0.0.1:\\d+\"}");
        assertThat(reader.readLine()).isNull();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(process.errorReader().lines()).isEmpty();
        assertThat(startedFrom).isEmptyDirectory();
        assertThat(children).isNotEmpty();
        assertEnded(children);
        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void endsOnSigtermLeavingNothing() throws Exception {
        var process = start("--only", "redis");
        assertThat(process.inputReader().readLine()).startsWith("{\"redis\":");
        var children = process.descendants().toList();

        process.destroy();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertEnded(children);
        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void redisDiesWithItsParentEvenWhenThatIsKilled() throws Exception {
        var process = start("--only", "redis");
        assertThat(process.inputReader().readLine()).startsWith("{\"redis\":");
        var children = process.descendants().toList();

        process.destroyForcibly();

        assertThat(children).isNotEmpty();
        assertEnded(children);
    }

    @Test
    void withDataItWritesThereAndNowhereElse() throws Exception {
        var process = start("--data", temporaries.resolve("data").toString());
        assertThat(process.inputReader().readLine()).startsWith("{\"mongodb\":");

        process.getOutputStream().close();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.errorReader().lines()).isEmpty();
        assertThat(startedFrom).isEmptyDirectory();
        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void theNextStartSweepsWhatAKilledOneLeft() throws Exception {
        var killed = start("--only", "s3");
        assertThat(killed.inputReader().readLine()).startsWith("{\"s3\":");
        killed.destroyForcibly().waitFor();
        assertThat(temporaryFiles()).hasSize(1);

        var next = start("--only", "s3");
        assertThat(next.inputReader().readLine()).startsWith("{\"s3\":");
        assertThat(temporaryFiles()).singleElement().asString().contains("-" + next.pid() + "-");
        next.getOutputStream().close();
        next.waitFor(30, TimeUnit.SECONDS);
    }

    @Test
    void aWrongOptionIsAnsweredWithTheRightOnes() throws Exception {
        var process = start("--only", "oracle");

        assertThat(process.errorReader().lines())
                .containsExactly(
                        "unknown server \"oracle\"; known are mongodb, redis, rabbitmq, smtp, s3", Options.USAGE);
        assertThat(process.waitFor()).isEqualTo(2);
    }

    private Process start(String... options) throws IOException {
        return new ProcessBuilder(PackagedJar.command(temporaries, options))
                .directory(startedFrom.toFile())
                .start();
    }

    private static void assertEnded(List<ProcessHandle> processes) {
        assertThat(processes).allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(30, TimeUnit.SECONDS));
    }

    private List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(temporaries)) {
            return files.filter(file -> file.getFileName().toString().startsWith("natter"))
                    .toList();
        }
    }
}
