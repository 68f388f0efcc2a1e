package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** security-tests.md names a test for each promise, and these tests exist. */
class SecurityPolicyTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))(?:\\.(\\w+))?`");
    /** One that stands behind another of the same row, without its class. */
    private static final Pattern METHOD = Pattern.compile("`([a-z]+(?:[A-Z][a-z]*)+)`");

    @Test
    void everyTestThatIsNamedIsThere() {
        var sources = sources();

        var policy = Repository.read(".github/security-tests.md");

        assertThat(NAMED.matcher(policy).results().filter(sources::noneMatch).map(MatchResult::group))
                .isEmpty();
        assertThat(METHOD.matcher(policy).results().map(named -> named.group(1)))
                .isNotEmpty()
                .allMatch(sources::haveMethod);
    }

    private static Sources sources() {
        return new Sources(Repository.files("", "*.java").stream()
                .filter(file -> file.toString().contains("/src/test/java/"))
                .collect(Collectors.groupingBy(file -> file.getFileName().toString())));
    }

    /** By file name: a class of the same name may be in several services. */
    private record Sources(Map<String, List<Path>> byName) {

        boolean noneMatch(MatchResult named) {
            return files(named.group(1))
                    .noneMatch(source -> named.group(2) == null || source.contains("void " + named.group(2) + "("));
        }

        boolean haveMethod(String name) {
            return byName.values().stream()
                    .flatMap(List::stream)
                    .map(Sources::text)
                    .anyMatch(source -> source.contains("void " + name + "("));
        }

        private Stream<String> files(String type) {
            return byName.getOrDefault(type + ".java", List.of()).stream().map(Sources::text);
        }

        private static String text(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
