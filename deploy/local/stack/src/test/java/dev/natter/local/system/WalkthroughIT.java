package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the README tells a newcomer to type is typed here, letter by letter. */
@ExtendWith(OneStack.class)
class WalkthroughIT {

    private static final Pattern BLOCK = Pattern.compile("<!-- walkthrough -->\\s*```sh\\n(.*?)```", Pattern.DOTALL);

    private final RunningStack stack;

    WalkthroughIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void theReadmesWalkThroughEndsWithAReceivedMessage() throws IOException, InterruptedException {
        var readme = Files.readString(RunningStack.root().resolve("README.md"));
        var block = BLOCK.matcher(readme);
        assertThat(block.find()).isTrue();

        var shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", block.group(1));
        shell.environment().put("NATTER", stack.app());
        shell.environment().put("INBOX", stack.inbox());
        var process = shell.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said.strip()).endsWith("Hello, Bob!");
    }
}
