package dev.natter.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * deploy/configuration.md is what the code says: every variable, what holds without it, and what it means. Written anew with
 * {@code -Dnatter.configuration.update}.
 */
class ConfigurationGuideTest {
    private static final String GUIDE = "deploy/configuration.md";
    private static final Properties MEANINGS = new Properties();

    @BeforeAll
    static void read() throws IOException {
        try (InputStream file = ConfigurationGuideTest.class.getResourceAsStream("/meanings.properties")) {
            MEANINGS.load(file);
        }
    }

    @Test
    void theTablesAreWhatTheCodeSays() throws IOException {
        var written = Repository.read(GUIDE);
        var made = written;
        for (var service : Overlay.SERVICES) {
            made = made.replaceFirst(
                    "(?s)(<!-- " + service + " -->\n).*?(<!-- end -->)",
                    "$1" + Matcher.quoteReplacement(table(Variables.of(service))) + "$2");
        }
        if (System.getProperty("natter.configuration.update") != null) {
            Files.writeString(Repository.ROOT.resolve(GUIDE), made, StandardCharsets.UTF_8);
        } else {
            assertThat(written).isEqualTo(made);
        }
    }

    @Test
    void everyVariableHasAMeaningAndNoMeaningIsLeftOver() {
        var unmapped = new HashSet<String>();
        for (var service : Overlay.SERVICES) {
            for (var variable : Variables.of(service).all()) {
                assertThat(meaning(variable))
                        .as(service + " " + variable.name())
                        .isNotBlank();
                if (variable.meaning().isEmpty()) {
                    unmapped.add(variable.name());
                }
            }
        }
        assertThat(unmapped).containsAll(names(MEANINGS));
    }

    @Test
    void theWebServersVariablesAreThoseOfItsStartScript() {
        var asked = Pattern.compile("NATTER_\\w+")
                .matcher(Repository.read("frontend/nginx/start.sh"))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
        var section = Repository.read(GUIDE).replaceFirst("(?s).*## web\n", "").replaceFirst("(?s)\n## .*", "");
        var documented = Pattern.compile("(?m)^\\| `(NATTER_\\w+)`")
                .matcher(section)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(documented).isEqualTo(asked);
    }

    private static String table(Variables variables) {
        return variables.all().stream()
                .map(variable -> variable.row(meaning(variable)) + "\n")
                .collect(Collectors.joining("", "| variable | without it | meaning |\n| --- | --- | --- |\n", ""));
    }

    private static String meaning(Variable variable) {
        return variable.meaning().isEmpty() ? MEANINGS.getProperty(variable.name(), "") : variable.meaning();
    }

    private static Set<String> names(Properties properties) {
        return properties.stringPropertyNames();
    }
}
