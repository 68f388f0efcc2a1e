package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people in two browsers; what they do is written in frontend/e2e, in every file that is called two-people. */
@ExtendWith(OneStack.class)
class BrowserIT {

    /** Twice what they take where the machine has other things to do; one of them waits a minute for a second code. */
    private static final long MOST_MINUTES = 10;

    private final RunningStack stack;

    BrowserIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void twoPeopleSignInAndChat() throws IOException, InterruptedException {
        var log = RunningStack.root().resolve("deploy/local/stack/target/browser.log");
        var npm = new ProcessBuilder("npm", "run", "e2e")
                .directory(RunningStack.root().resolve("frontend").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        npm.environment().put("NATTER_URL", stack.app());
        npm.environment().put("NATTER_INBOX_URL", stack.inbox());
        npm.environment()
                .putIfAbsent(
                        "NATTER_SCREENSHOTS",
                        RunningStack.root()
                                .resolve("deploy/local/stack/target/screenshots")
                                .toString());
        var process = npm.start();

        var ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();

        assertThat(ended && process.waitFor() == 0)
                .as(() -> {
                    try {
                        return java.nio.file.Files.readString(log);
                    } catch (IOException failure) {
                        return failure.toString();
                    }
                })
                .isTrue();
    }
}
