package dev.natter.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words that sources and documents do not use, because the field has a term or because they hide the subject. */
class WordsTest {

    private static final Path ROOT = Path.of("../..");
    private static final Set<String> SKIPPED = Set.of("target", "node_modules", ".git", "dist");

    /** In Java, configuration, API documents and guides. */
    private static final Map<Pattern, String> IN_TEXTS = Map.of(
            Pattern.compile("(?i)whoever|somebody|\\bsomeone who\\b"),
                    "name the subject: the user, the client, the replica",
            Pattern.compile("(?i)\\bask(s|ed)? together\\b"), "batches, coalesces");

    /** As a word of a Java identifier. */
    private static final Map<Pattern, String> IN_IDENTIFIERS = Map.of(
            Pattern.compile("\\bRefusals?\\b"), "ApiException, or what is refused",
            Pattern.compile("\\b\\w*(Whereabouts|Onlookers?|Acquaintances?|Companions?|Rosters?)(?![a-z])"),
                    "RouteLookup, RouteListener, PresenceSubscriptions, Contacts, MemberCache",
            Pattern.compile("\\b\\w*(Courier|Intake|Discreet|BareProblem)\\w*"),
                    "MailTransport, Subscription, Redacting",
            // Names of MongoDB indexes end with the word and a quotation mark.
            Pattern.compile(
                            "\\b(patience|told|nobody)(?![a-z\"])|[a-z](Patience|Told|Nobody)(?![a-z])|PATIENCE|TOLD|NOBODY"),
                    "timeout; published, sent, reported; name the subject",
            Pattern.compile("\\b\\w*DoorTest\\b"), "EndpointTest");

    @Test
    void textsNameTheirSubject() throws IOException {
        assertThat(found(
                        IN_TEXTS,
                        file -> Stream.of(".java", ".md", ".yaml", ".yml", ".properties")
                                .anyMatch(file::endsWith)))
                .isEmpty();
    }

    @Test
    void identifiersAreTheFieldsTerms() throws IOException {
        assertThat(found(IN_IDENTIFIERS, file -> file.endsWith(".java"))).isEmpty();
    }

    @Test
    void theRulesCanFail() {
        assertThat(broken("A.java", "/** Whoever asks. */", IN_TEXTS)).hasSize(1);
        assertThat(broken("A.java", "void isShownToSomebodyElse() {", IN_TEXTS)).hasSize(1);
        assertThat(broken("A.java", "They asked together.", IN_TEXTS)).hasSize(1);
        assertThat(broken("A.java", "class BareProblems {", IN_IDENTIFIERS)).hasSize(1);
        assertThat(broken("A.java", "Duration patience;", IN_IDENTIFIERS)).hasSize(1);
        assertThat(broken("A.java", "void theChangeIsTold() {", IN_IDENTIFIERS)).hasSize(1);
        assertThat(broken("A.java", "boolean isCleanRefusal();", IN_IDENTIFIERS))
                .isEmpty();
    }

    private static List<String> found(Map<Pattern, String> words, Predicate<String> fits) throws IOException {
        try (var files = Stream.of("services", "deploy", "k8s", ".github", "README.md")
                .map(ROOT::resolve)
                .flatMap(WordsTest::walk)) {
            return files.filter(file -> fits.test(file.toString()) && !file.endsWith("WordsTest.java"))
                    .flatMap(file -> lines(file).flatMap(line -> broken(file.toString(), line, words).stream()))
                    .toList();
        }
    }

    private static Stream<Path> walk(Path path) {
        if (SKIPPED.contains(path.getFileName().toString())) {
            return Stream.empty();
        }
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (var children = Files.list(path)) {
            return children.toList().stream().flatMap(WordsTest::walk);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> broken(String file, String line, Map<Pattern, String> words) {
        return words.entrySet().stream()
                .filter(word -> word.getKey().matcher(line).find())
                .map(word -> "%s: %s (instead: %s)".formatted(file, line.strip(), word.getValue()))
                .toList();
    }
}
