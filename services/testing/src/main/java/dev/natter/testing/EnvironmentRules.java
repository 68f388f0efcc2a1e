package dev.natter.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What holds of the environment of every service. */
public final class EnvironmentRules {

    private static final Path PROPERTIES = Path.of("src/main/resources/application.properties");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(NATTER_[A-Z0-9_]+)");
    private static final int MISCONFIGURED = 78;
    private static final int SECONDS_TO_START = 60;

    private EnvironmentRules() {}

    /** Every variable that the service reads: those that application.properties names, and those that are mapped without. */
    public static Set<String> variables(String rootPackage) {
        var properties = properties();
        var variables = new TreeSet<String>();
        properties.values().forEach(value -> {
            var references = REFERENCE.matcher(value.toString());
            while (references.find()) {
                variables.add(references.group(1));
            }
        });
        ArchitectureRules.classes(rootPackage).stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .flatMap(type -> type.getMethods().stream())
                .map(EnvironmentRules::property)
                .filter(property -> !properties.containsKey(property))
                .map(property -> property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .forEach(variables::add);
        return variables;
    }

    private static String property(JavaMethod method) {
        var prefix = method.getOwner().getAnnotationOfType(ConfigMapping.class).prefix();
        var words = method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return prefix + "." + words;
    }

    private static Properties properties() {
        try (var file = Files.newBufferedReader(PROPERTIES)) {
            var properties = new Properties();
            properties.load(file);
            return properties;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts the service with none of its variables set, and returns the one line that its process ends with. */
    public static String refusal(Class<?> main) {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("NATTER_"));
        try {
            var process = builder.start();
            List<String> lines = process.inputReader().lines().toList();
            assertThat(process.waitFor(SECONDS_TO_START, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(MISCONFIGURED);
            assertThat(lines).hasSize(1);
            return lines.get(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
