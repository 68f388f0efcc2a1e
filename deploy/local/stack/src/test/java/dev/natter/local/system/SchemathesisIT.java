package dev.natter.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Schemathesis makes requests from the OpenAPI documents; no answer is a fault or undocumented. {@code deploy/schemathesis}
 * fetches it and says by {@code natter.schemathesis} where it is.
 */
@ExtendWith(OneStack.class)
@EnabledIfSystemProperty(
        named = "natter.schemathesis",
        matches = ".+",
        disabledReason = "deploy/schemathesis fetches it")
class SchemathesisIT {

    private static final int TIMEOUT_MINUTES = 5;
    /** What it looks at; the same requests each time. */
    private static final List<String> OPTIONS = List.of(
            "--checks=not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
            // What is not public, and what would end the session that the others are made with.
            "--exclude-path-regex=^/internal/|/logout$|/sessions",
            "--phases=examples,coverage,fuzzing",
            "--max-examples=20",
            "--seed=20260101",
            "--request-timeout=20",
            "--no-color");

    private final RunningStack stack;

    @TempDir
    private Path folder;

    SchemathesisIT(RunningStack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "chat"})
    void noAnswerIsAFaultOrUndocumented(String service) throws Exception {
        var output = folder.resolve("output.log");
        var command = new ArrayList<>(List.of(
                System.getProperty("natter.schemathesis"),
                "run",
                RunningStack.ROOT
                        .resolve("services/" + service + "/openapi.json")
                        .toString(),
                "--url=" + stack.app(),
                "--header=Authorization: Bearer "
                        + Person.signIn(stack, "schema").accessToken()));
        command.addAll(OPTIONS);
        var schemathesis = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(schemathesis.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            schemathesis.destroyForcibly();
        }

        assertThat(output).content().contains("Test cases:");
        assertThat(schemathesis.exitValue()).as(Files.readString(output)).isZero();
    }
}
