package dev.natter.manifests;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The environment variables of a service, as its own code has them. */
record Variables(Set<String> required, Set<String> known) {
    private static final Pattern REQUIRED = Pattern.compile(
            "required\\(\\s*\"(NATTER_\\w+)\"|\"(NATTER_\\w+)\"\\)\\s*\\.required\\(\\)|Variable\\(\\s*\"(NATTER_\\w+)\",\\s*true");
    private static final Pattern NAMED = Pattern.compile("NATTER_\\w+");

    static Variables of(String service) {
        var code = new StringBuilder();
        Repository.files("services/" + service + "/src/main/java", "Environment.java")
                .forEach(file -> code.append(read(file)));
        var properties = Repository.read("services/" + service + "/src/main/resources/application.properties");
        var required = new TreeSet<String>();
        var found = REQUIRED.matcher(code);
        while (found.find()) {
            Stream.of(1, 2, 3).map(found::group).filter(Objects::nonNull).forEach(required::add);
        }
        var known = new TreeSet<>(required);
        for (var text : new String[] {code.toString(), properties}) {
            NAMED.matcher(text).results().forEach(name -> known.add(name.group()));
        }
        return new Variables(required, known);
    }

    private static String read(Path file) {
        return Repository.read(Repository.ROOT.relativize(file).toString());
    }
}
