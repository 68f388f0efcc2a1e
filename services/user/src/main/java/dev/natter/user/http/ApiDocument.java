package dev.natter.user.http;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import dev.natter.web.NullableSchemas;
import dev.natter.web.Problem;
import dev.natter.web.ProblemSchemas;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Shared parts of the OpenAPI document: error responses, which the resources reference by these constants, and
 * descriptions of shared records, which do not depend on OpenAPI.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ApiDocument implements OASFilter {

    /** 400. */
    public static final String MALFORMED = "Malformed";
    /** 401. */
    public static final String UNAUTHORIZED = "Unauthorized";
    /** 403. */
    public static final String FORBIDDEN = "Forbidden";
    /** 404. */
    public static final String NOT_FOUND = "NotFound";

    /** 409. */
    public static final String CONFLICT = "Conflict";
    /** 422. */
    public static final String UNPROCESSABLE = "Unprocessable";

    private static final String TOO_LARGE = "TooLarge";
    private static final String UNSUPPORTED = "Unsupported";

    /** 429. */
    public static final String TOO_MANY = "TooMany";
    /** 503. */
    public static final String UNAVAILABLE = "Unavailable";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        components.getSchemas().forEach((name, schema) -> {
            if (name.startsWith("Page")) {
                schema.setRequired(List.of("items", "next"));
                Objects.requireNonNull(schema.getProperties().get("next")).addType(SchemaType.NULL);
            }
        });
        NullableSchemas.correct(components);
        addProblems(components);
    }

    private static void addProblems(Components components) {
        ProblemSchemas.addTo(components);
        components
                .addResponse(MALFORMED, problem("The request is malformed; errors lists the invalid fields"))
                .addResponse(UNAUTHORIZED, problem("Not signed in, or the credentials are invalid or expired"))
                .addResponse(FORBIDDEN, problem("The request comes from a page of another origin"))
                .addResponse(NOT_FOUND, problem("Not found"))
                .addResponse(CONFLICT, problem("The request conflicts with the current state"))
                .addResponse(UNPROCESSABLE, problem("The request is well-formed, but cannot be executed"))
                .addResponse(TOO_LARGE, problem("The body is larger than 64 KiB; a photo, than 1 MiB"))
                .addResponse(
                        UNSUPPORTED, problem("The body is not application/json; a photo, none of jpeg, png and webp"))
                .addResponse(TOO_MANY, withRetryAfter(problem("Too many requests")))
                .addResponse(UNAVAILABLE, withRetryAfter(problem("A backing service is unavailable")));
    }

    private static APIResponse problem(String description) {
        var problem = createMediaType().schema(createSchema().ref("Problem"));
        return createAPIResponse()
                .description(description)
                .content(createContent().addMediaType(Problem.MEDIA_TYPE, problem));
    }

    private static APIResponse withRetryAfter(APIResponse response) {
        return response.addHeader(
                "Retry-After",
                createHeader()
                        .description("Seconds to wait")
                        .schema(createSchema().addType(SchemaType.INTEGER)));
    }

    /**
     * Adds the responses for invalid bodies to every operation with a body, and removes the 403 that Quarkus adds for
     * signed-in users.
     */
    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getRequestBody() != null) {
            operation
                    .getResponses()
                    .addAPIResponse("413", createAPIResponse().ref(TOO_LARGE))
                    .addAPIResponse("415", createAPIResponse().ref(UNSUPPORTED));
        }
        var forbidden = operation.getResponses().getAPIResponse("403");
        if (forbidden != null && forbidden.getRef() == null) {
            operation.getResponses().removeAPIResponse("403");
        }
        return operation;
    }
}
