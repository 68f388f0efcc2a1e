package dev.natter.web;

import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Corrects what is generated for properties that are another schema or null: they get the type of that schema only. */
public final class NullableSchemas {

    private NullableSchemas() {}

    /** Adds null to the types of such properties. */
    public static void correct(Components components) {
        components.getSchemas().values().forEach(NullableSchemas::allowNull);
    }

    private static void allowNull(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().stream()
                    .filter(property -> property.getAnyOf() != null && property.getType() != null)
                    .filter(property -> !property.getType().contains(SchemaType.NULL))
                    .forEach(property -> property.addType(SchemaType.NULL));
        }
    }
}
