package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** deploy/rollback, beside a stand-in for a cluster that keeps every revision. */
class RollbackTest {
    private static final List<String> SERVICES = List.of("user", "chat", "mail", "web");

    /** A service is a folder: its pods, the number of its revision, and a file for each revision. */
    private static final String KUBECTL = """
            #!/usr/bin/env bash
            set -eu
            [ ! -e "$FOLDER/unreachable" ] || { echo 'Unable to connect to the server' >&2; exit 1; }
            cd "$FOLDER"
            case "$3 $4" in
              'get deployment')
                [ -d "$5" ] || exit 0
                case "$8" in
                  *revision*) cat "$5/revision" ;;
                  *) cat "$5/pods" ;;
                esac ;;
              'rollout undo')
                service=${5#deployment/}; to=${6#--to-revision=}
                echo "$service $to" >>undone
                cp "$service/$to" "$service/pods" ;;
              'rollout status') echo "${5#deployment/}" >>waited ;;
            esac
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void twoVersionsHaveBeenRolledOut() throws IOException {
        var program = Files.createDirectory(folder.resolve("bin")).resolve("kubectl");
        Files.writeString(program, KUBECTL);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (var service : SERVICES) {
            rollOut(service, 1, "1.0.0");
            rollOut(service, 2, "1.1.0");
        }
    }

    @Test
    void aSecondRunOfOneVersionIsLeftWhereItIs() throws IOException {
        rollback("note");

        var answer = rollback("back");

        assertThat(answer.code()).as(answer.errors()).isZero();
        assertThat(folder.resolve("undone")).doesNotExist();
        assertThat(SERVICES).allSatisfy(service -> assertThat(pods(service)).isEqualTo("1.1.0"));
    }

    @Test
    void whatTheRolloutChangedGoesBackToWhatRanBeforeItHoweverOftenItChanged() throws IOException {
        rollback("note");
        rollOut("user", 3, "1.2.0");
        rollOut("chat", 3, "1.2.0");
        rollOut("chat", 4, "1.2.1");

        var answer = rollback("back");

        assertThat(answer.code()).as(answer.errors()).isZero();
        assertThat(Files.readAllLines(folder.resolve("undone"))).containsExactly("chat 2", "user 2");
        assertThat(Files.readAllLines(folder.resolve("waited"))).containsExactly("user", "chat");
        assertThat(SERVICES).allSatisfy(service -> assertThat(pods(service)).isEqualTo("1.1.0"));
    }

    @Test
    void whatWasNotThereBeforeIsNamedAndTheOthersGoBackAllTheSame() throws IOException {
        Files.delete(folder.resolve("web/pods"));
        Files.move(folder.resolve("web"), folder.resolve("aside"));
        rollback("note");
        rollOut("web", 1, "1.2.0");
        rollOut("user", 3, "1.2.0");

        var answer = rollback("back");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.errors()).contains("web was not there before");
        assertThat(pods("web")).isEqualTo("1.2.0");
        assertThat(pods("user")).isEqualTo("1.1.0");
    }

    @Test
    void aServiceThatDidNotBecomeWhatItWasIsNamed() throws IOException {
        rollback("note");
        rollOut("mail", 3, "1.2.0");
        Files.writeString(folder.resolve("mail/2"), "another");

        var answer = rollback("back");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.errors()).contains("mail is not as it was");
    }

    @Test
    void withoutAnAnswerNothingCountsAsNoted() throws IOException {
        Files.createFile(folder.resolve("unreachable"));

        assertThat(rollback("note").code()).isNotZero();
    }

    private void rollOut(String service, int revision, String version) throws IOException {
        var of = Files.createDirectories(folder.resolve(service));
        Files.writeString(of.resolve(Integer.toString(revision)), version);
        Files.writeString(of.resolve("pods"), version);
        Files.writeString(of.resolve("revision"), Integer.toString(revision));
    }

    private String pods(String service) throws IOException {
        return Files.readString(folder.resolve(service).resolve("pods"));
    }

    private Tool.Answer rollback(String verb) {
        return Tool.bash()
                .run(
                        Repository.ROOT,
                        Map.of(
                                "FOLDER",
                                folder.toString(),
                                "PATH",
                                folder.resolve("bin") + ":" + System.getenv("PATH")),
                        "deploy/rollback",
                        verb,
                        folder.resolve("before").toString());
    }
}
