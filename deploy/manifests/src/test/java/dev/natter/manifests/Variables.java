package dev.natter.manifests;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The environment variables of a service, as its own code has them. */
record Variables(List<Variable> all) {
    private static final Pattern REQUIRED = Pattern.compile("required\\(\\s*\"(NATTER_\\w+)\"");
    private static final Pattern NAMED = Pattern.compile("NATTER_\\w+");
    private static final Pattern PROPERTY = Pattern.compile("(?m)^([\\w.%-]+)=\\$\\{(NATTER_\\w+)(?::([^}]*))?}$");

    static Variables of(String service) {
        var code = new StringBuilder(Repository.read("services/boot/src/main/java/dev/natter/boot/Settings.java"));
        Repository.files("services/" + service + "/src/main/java", "Environment.java")
                .forEach(file -> code.append(read(file)));
        var properties = Repository.read("services/" + service + "/src/main/resources/application.properties");
        var required = names(REQUIRED, code, 1);
        var known = new TreeSet<>(names(NAMED, code, 0));
        known.addAll(names(NAMED, properties, 0));

        var mappings = ConfigMappings.of(service);
        var mapped = new TreeMap<String, ConfigMappings.Property>();
        // The last of several wins, but one that says what it means is not replaced by one that does not.
        PROPERTY.matcher(properties).results().forEach(found -> {
            var meaning = mappings.find(found.group(1))
                    .map(ConfigMappings.Property::meaning)
                    .orElse("");
            var before = mapped.get(found.group(2));
            if (before == null || before.meaning().isEmpty()) {
                mapped.put(found.group(2), new ConfigMappings.Property(Optional.ofNullable(found.group(3)), meaning));
            }
        });
        return new Variables(known.stream()
                .map(name -> variable(name, required.contains(name), mapped, mappings))
                .toList());
    }

    private static Variable variable(
            String name, boolean required, Map<String, ConfigMappings.Property> mapped, ConfigMappings mappings) {
        var property = Optional.ofNullable(mapped.get(name))
                .or(() -> mappings.find(name))
                .orElse(new ConfigMappings.Property(Optional.empty(), ""));
        var fallback = required ? Optional.<String>empty() : property.fallback().filter(value -> !value.isEmpty());
        return new Variable(name, required, fallback, property.meaning());
    }

    Set<String> required() {
        return all.stream().filter(Variable::required).map(Variable::name).collect(Collectors.toSet());
    }

    Set<String> known() {
        return all.stream().map(Variable::name).collect(Collectors.toSet());
    }

    private static Set<String> names(Pattern pattern, CharSequence text, int group) {
        return pattern.matcher(text).results().map(found -> found.group(group)).collect(Collectors.toSet());
    }

    private static String read(Path file) {
        return Repository.read(Repository.ROOT.relativize(file).toString());
    }
}
