package dev.natter.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI 3.1 or AsyncAPI 3.0 document, to hold against what is really sent. Stricter than the document: an object may
 * have no field that its schema does not name, so that nothing is sent that is not documented. Safe for all threads.
 */
public final class ApiDocument {

    private static final SchemaValidatorsConfig WITH_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode root;
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> messages = new ConcurrentHashMap<>();

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    /** Reads the file, JSON or YAML. */
    public static ApiDocument read(Path file) {
        try {
            var mapper = file.toString().endsWith(".yaml") ? new YAMLMapper() : new ObjectMapper();
            var root = mapper.readTree(file.toFile());
            close(root);
            return new ApiDocument(root);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiDocument::close);
    }

    /** The document itself. */
    public JsonNode root() {
        return root;
    }

    /** What is wrong with {@code value} by the schema at this JSON pointer; empty when nothing is. */
    public List<String> violations(String pointer, JsonNode value) {
        return schemas.computeIfAbsent(pointer, this::compile).validate(value).stream()
                .map(message -> pointer + ": " + message.getMessage())
                .toList();
    }

    private JsonSchema compile(String pointer) {
        var schema = ((ObjectNode) root.deepCopy()).put("$ref", "#" + pointer);
        schema.remove(List.of("openapi", "asyncapi", "info", "servers", "tags"));
        return factory.getSchema(schema, WITH_FORMATS);
    }

    /**
     * What is wrong with an answer by an OpenAPI document; null when the document knows no such path.
     *
     * @param body parsed; null when the answer has none
     */
    public @Nullable List<String> answerViolations(
            String method, String path, int status, @Nullable String contentType, @Nullable JsonNode body) {
        var template = template(path);
        if (template == null) {
            return null;
        }
        var where = "%s %s %d".formatted(method, template, status);
        var responses = root.path("paths")
                .path(template)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses");
        if (responses.isMissingNode()) {
            // Every server may be asked what it takes, and refuse the rest.
            return status == 405 || method.equals("OPTIONS") ? List.of() : List.of(where + ": no such operation");
        }
        var response = responses.path(String.valueOf(status));
        if (response.isMissingNode()) {
            return List.of(where + ": not documented");
        }
        var pointer = response.has("$ref")
                ? response.path("$ref").textValue().substring(1)
                : "/paths/%s/%s/responses/%d".formatted(escape(template), method.toLowerCase(Locale.ROOT), status);
        return contentViolations(where, pointer, contentType, body);
    }

    private List<String> contentViolations(
            String where, String pointer, @Nullable String contentType, @Nullable JsonNode body) {
        var content = root.at(pointer).path("content");
        if (content.isMissingNode()) {
            return body == null ? List.of() : List.of(where + ": has a body");
        }
        var type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        if (!content.has(type)) {
            return List.of(where + ": is " + type);
        }
        return body == null
                ? List.of(where + ": has no body")
                : violations(pointer + "/content/" + escape(type) + "/schema", body).stream()
                        .map(violation -> where + ": " + violation)
                        .toList();
    }

    private @Nullable String template(String path) {
        return paths().filter(template -> path.equals(template))
                .findFirst()
                .or(() -> paths().filter(template -> path.matches(template.replaceAll("\\{[^}]+}", "[^/]+")))
                        .findFirst())
                .orElse(null);
    }

    private Stream<String> paths() {
        return root.path("paths").properties().stream().map(Map.Entry::getKey);
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** The names of an AsyncAPI operation's messages, by what the {@code type} of their payload is. */
    public Map<String, String> messages(String operation) {
        return messages.computeIfAbsent(operation, this::find);
    }

    private Map<String, String> find(String operation) {
        return root.at("/operations/" + operation + "/messages")
                .valueStream()
                .map(message -> message.path("$ref").textValue())
                .map(ref -> ref.substring(ref.lastIndexOf('/') + 1))
                .collect(Collectors.toUnmodifiableMap(this::typeOf, name -> name));
    }

    private String typeOf(String message) {
        var payload = root.at("/components/messages/" + message + "/payload");
        var schema =
                payload.has("$ref") ? root.at(payload.path("$ref").textValue().substring(1)) : payload;
        return schema.at("/properties/type/const").textValue();
    }

    /** What is wrong with a frame by one of the operation's messages, chosen by its {@code type}. */
    public List<String> frameViolations(String operation, JsonNode frame) {
        var type = frame.path("type").asText();
        var message = messages(operation).get(type);
        return message == null
                ? List.of(operation + ": no message of type " + type)
                : violations("/components/messages/" + message + "/payload", frame);
    }
}
