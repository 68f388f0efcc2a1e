package dev.natter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What opens the way to the cluster leaves nothing behind when the way is shut. */
class ClusterAccessTest {

    /** Writes what it is asked for; what becomes of the session is the test's affair. */
    private static final String AWS = """
            #!/usr/bin/env bash
            case "$1 $2" in
              'eks update-kubeconfig') echo 'kind: Config' >"${@: -1}" ;;
              'ssm start-session') echo "$*" >"$FOLDER/asked"; echo $$ >"$FOLDER/session"; . "$FOLDER/then" ;;
            esac
            """;

    @TempDir
    Path folder;

    @Test
    void noKubeconfigAndNoSessionAreLeftWhenItIsInterrupted() throws Exception {
        var ending = doorThat("kill -TERM $PPID; exec sleep 300");

        assertThat(ending.code()).isEqualTo(143);
        assertThat(kubeconfig(ending)).doesNotExist();
        var session = Long.parseLong(Files.readString(folder.resolve("session")).strip());
        assertThat(ProcessHandle.of(session).map(ProcessHandle::onExit).orElse(CompletableFuture.completedFuture(null)))
                .succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void noKubeconfigIsLeftWhenTheSessionEnds() throws Exception {
        var ending = doorThat("test -s \"$(sed -n 's/^export KUBECONFIG=//p' \"$FOLDER/out\")\" || exit 9; exit 7");

        assertThat(ending.code()).isEqualTo(7);
        assertThat(kubeconfig(ending)).doesNotExist();
        assertThat(Files.readString(folder.resolve("asked")))
                .contains("--target i-0abc", "host=cluster.example,portNumber=443,localPortNumber=8443");
    }

    private Script.Ending doorThat(String then) throws Exception {
        var script = new Script(folder)
                .withProgram("aws", AWS)
                .withProgram("kubectl", "#!/usr/bin/env bash\necho somewhere\n");
        Files.writeString(folder.resolve("then"), then);
        return script.run(
                "",
                "door",
                script.outputs(Map.of(
                        "ClusterName", "natter",
                        "ClusterEndpoint", "https://cluster.example",
                        "Doorway", "i-0abc")));
    }

    private static Path kubeconfig(Script.Ending ending) {
        assertThat(ending.output()).as(ending.errors()).startsWith("export KUBECONFIG=/");
        return Path.of(ending.output().strip().replaceFirst(".*=", ""));
    }
}
