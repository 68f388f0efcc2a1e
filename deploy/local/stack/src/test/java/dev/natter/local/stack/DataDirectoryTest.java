package dev.natter.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.natter.local.process.PidFile;
import dev.natter.local.stack.console.LaunchFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path parent;

    @Test
    void belongsToItsOwnerAlone() throws Exception {
        try (var data = DataDirectory.open(parent.resolve("new/.natter"))) {
            assertThat(data.logs()).isDirectory();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(parent.resolve("new/.natter"))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void onlyOneLauncherHasIt() {
        try (var first = DataDirectory.open(parent)) {
            assertThat(first.mark()).contains(parent.toString());
            assertThatThrownBy(() -> DataDirectory.open(parent))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("(process " + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining("NATTER_DATA")
                    .hasMessageNotContaining("\n");
        }
        DataDirectory.open(parent).close();
    }

    @Test
    void endsWhatAKilledLauncherLeftAndNothingElse() throws Exception {
        try (var data = DataDirectory.open(parent)) {
            var ours = new ProcessBuilder("sh", "-c", "while :; do sleep 1; done", data.mark()).start();
            var stranger =
                    new ProcessBuilder("sh", "-c", "while :; do sleep 1; done", "-Dnatter.local.data=/other/").start();
            new PidFile(data.run().resolve("user.pid")).write(ours.pid());
            new PidFile(data.run().resolve("chat.pid")).write(stranger.pid());

            assertThat(data.endLeftovers()).isEqualTo(1);

            assertThat(ours.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(stranger.isAlive()).isTrue();
            assertThat(data.run()).isEmptyDirectory();
            stranger.destroyForcibly();
        }
    }

    @Test
    void clearsWhatItKeepsAndNotWhatLiesBeside() throws Exception {
        Files.writeString(parent.resolve("thesis.txt"), "years of work");
        try (var data = DataDirectory.open(parent)) {
            Files.writeString(data.servers().resolve("mongodb"), "old");
            Files.writeString(data.secrets(), "old");

            data.clear();

            assertThat(data.secrets()).doesNotExist();
            assertThat(data.servers()).isEmptyDirectory();
            assertThat(parent.resolve("thesis.txt")).exists();
        }
    }

    @Test
    void refusesTheDatabasesOfAnotherReleaseUntilTheyAreCleared() throws Exception {
        try (var data = DataDirectory.open(parent)) {
            Files.createDirectories(data.servers().resolve("mongodb"));
            Files.writeString(data.servers().resolve("mongodb/natter.mv"), "of the first release");

            assertThatThrownBy(data::requireLayout)
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("--fresh")
                    .hasMessageNotContaining("\n");
            data.clear();
            data.requireLayout();
        }
    }

    @Test
    void takesItsOwnDatabasesAgain() throws Exception {
        try (var data = DataDirectory.open(parent)) {
            data.requireLayout();
            Files.writeString(data.servers().resolve("mongodb/natter.mv"), "of this release");
        }
        try (var data = DataDirectory.open(parent)) {
            data.requireLayout();
        }
    }
}
