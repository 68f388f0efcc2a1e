package dev.natter.manifests;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the mapped configuration interfaces of a service say of each property. */
final class ConfigMappings {
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([\\w.-]+)\"\\)");
    private static final Pattern METHOD = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*((?:@\\w+(?:\\([^)]*\\))?\\s*)*)[\\w<>.]+ (\\w+)\\(\\);", Pattern.DOTALL);
    private static final Pattern DEFAULT = Pattern.compile("@WithDefault\\(\"([^\"]*)\"\\)");

    private final Map<String, Property> properties = new HashMap<>();

    /** One of them: its default where it has one, and what its Javadoc promises. */
    record Property(Optional<String> fallback, String meaning) {}

    private ConfigMappings() {}

    static ConfigMappings of(String service) {
        var mappings = new ConfigMappings();
        Stream.of(service, "web", "redis", "storage")
                .flatMap(module -> Repository.files("services/" + module + "/src/main/java", "*.java").stream())
                .forEach(mappings::read);
        return mappings;
    }

    private void read(Path file) {
        var code = Repository.read(Repository.ROOT.relativize(file).toString());
        var prefix = PREFIX.matcher(code);
        if (prefix.find()) {
            METHOD.matcher(code.substring(prefix.end())).results().forEach(method -> {
                var fallback = DEFAULT.matcher(method.group(2));
                properties.put(
                        prefix.group(1) + "." + dashed(method.group(3)),
                        new Property(
                                fallback.find() ? Optional.of(fallback.group(1)) : Optional.empty(),
                                plain(method.group(1))));
            });
        }
    }

    /** The property of this name, or the one that the platform would map a variable of this name to. */
    Optional<Property> find(String propertyOrVariable) {
        return Optional.ofNullable(properties.get(propertyOrVariable))
                .or(() -> properties.entrySet().stream()
                        .filter(entry -> entry.getKey()
                                .toUpperCase(Locale.ROOT)
                                .replaceAll("[.-]", "_")
                                .equals(propertyOrVariable))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    private static String dashed(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("(?m)^\\s*\\*", " ")
                .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .replaceAll("`#(\\w+)\\(\\)`", "`$1`")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll(" ?(Required|Default: none)\\.$", "");
    }
}
