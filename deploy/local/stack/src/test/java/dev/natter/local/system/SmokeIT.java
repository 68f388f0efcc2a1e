package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code deploy/smoke}, which looks after every deployment whether to go back, is content with a Natter that works. */
@ExtendWith(OneStack.class)
class SmokeIT {

    private final RunningStack stack;

    SmokeIT(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void aRunningNatterPasses() throws Exception {
        assertThat(smoke(stack.app())).contains("smoke: socket", "smoke: private");
    }

    @Test
    void whatIsNoNatterDoesNot() throws Exception {
        assertThat(smoke(stack.inbox())).contains("smoke: keys does not answer as it should");
    }

    private static String smoke(String origin) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("deploy/smoke", origin)
                .directory(RunningStack.ROOT.toFile())
                .redirectErrorStream(true);
        builder.environment().put("SMOKE_SECONDS", "2");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(output.contains("does not") ? 1 : 0);
        return output;
    }
}
