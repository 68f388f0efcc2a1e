package dev.natter.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/** What CloudFormation would be given, for each size; made once. */
final class Synthesis {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Synthesis> MADE = new ConcurrentHashMap<>();

    private final String name;
    private final Map<String, JsonNode> templates = new TreeMap<>();
    private final Map<String, Boolean> protectedStacks = new HashMap<>();

    Synthesis(String name, Settings settings) {
        this.name = name;
        var stacks = Stacks.in(new App(), settings);
        for (Stack stack : List.of(stacks.account(), stacks.data(), stacks.cluster())) {
            templates.put(
                    stack.getStackName(),
                    JSON.valueToTree(Template.fromStack(stack).toJSON()));
            protectedStacks.put(stack.getStackName(), stack.getTerminationProtection());
        }
    }

    static Stream<Synthesis> all() {
        return Stream.of(of("small"), of("production"));
    }

    static Synthesis of(String size) {
        return MADE.computeIfAbsent(size, key -> new Synthesis(key, Examples.settings("size", size)));
    }

    /** One thing that CloudFormation would make. */
    record Resource(String id, String type, JsonNode body) {
        JsonNode at(String pointer) {
            return body.at("/Properties" + pointer);
        }

        @Override
        public String toString() {
            return type + " " + id;
        }
    }

    List<Resource> all(String type) {
        return resources().filter(resource -> resource.type().equals(type)).toList();
    }

    Resource one(String type) {
        var found = all(type);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + type + " in " + name);
        }
        return found.get(0);
    }

    Stream<Resource> resources() {
        return templates.values().stream()
                .flatMap(template -> template.path("Resources").properties().stream())
                .map(entry -> new Resource(
                        entry.getKey(), entry.getValue().path("Type").asText(), entry.getValue()));
    }

    Map<String, JsonNode> templates() {
        return templates;
    }

    Map<String, Boolean> protectedStacks() {
        return protectedStacks;
    }

    static Stream<JsonNode> items(JsonNode list) {
        return list.isArray() ? StreamSupport.stream(list.spliterator(), false) : Stream.of(list);
    }

    @Override
    public String toString() {
        return name;
    }
}
