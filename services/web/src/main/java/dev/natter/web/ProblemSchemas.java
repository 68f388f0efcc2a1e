package dev.natter.web;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.Arrays;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** OpenAPI schemas of {@link Problem}, whose record does not depend on OpenAPI. */
public final class ProblemSchemas {

    private ProblemSchemas() {}

    /** Adds the schemas {@code Problem}, with every {@link ErrorCode} and what it means, and {@code FieldError}. */
    public static void addTo(Components components) {
        components.addSchema("FieldError", texts("field", "detail")).addSchema("Problem", problem());
    }

    private static Schema problem() {
        var errors =
                createSchema().addType(SchemaType.ARRAY).items(createSchema().ref("FieldError"));
        return texts("type", "title", "detail")
                .description("RFC 9457. `code` is a stable identifier for programs; new ones may be added.")
                .addProperty("status", createSchema().addType(SchemaType.INTEGER))
                .addRequired("status")
                .addProperty("code", code())
                .addRequired("code")
                .addProperty("errors", errors);
    }

    private static Schema code() {
        var words = Arrays.stream(ErrorCode.values())
                .<Object>map(ErrorCode::wireName)
                .toList();
        return createSchema()
                .addType(SchemaType.STRING)
                .description(ErrorCode.list())
                .enumeration(words);
    }

    private static Schema texts(String... names) {
        var schema = createSchema().addType(SchemaType.OBJECT);
        for (var name : names) {
            schema.addProperty(name, createSchema().addType(SchemaType.STRING)).addRequired(name);
        }
        return schema;
    }
}
