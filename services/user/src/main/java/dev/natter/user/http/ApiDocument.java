package dev.natter.user.http;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

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
 * What the resources have in common in the OpenAPI document: their refusals, for which they name these constants, and what
 * the shared records, which know no OpenAPI, cannot say of themselves.
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
        addProblems(components);
    }

    private static void addProblems(Components components) {
        ProblemSchemas.addTo(components);
        components
                .addResponse(MALFORMED, problem("The request is malformed; errors names its parts"))
                .addResponse(UNAUTHORIZED, problem("Not signed in, or what was shown is not good (any more)"))
                .addResponse(FORBIDDEN, problem("Not from Natter's own pages"))
                .addResponse(NOT_FOUND, problem("There is no such thing"))
                .addResponse(TOO_LARGE, problem("The body is larger than 64 KiB"))
                .addResponse(UNSUPPORTED, problem("The body is not application/json"))
                .addResponse(TOO_MANY, withRetryAfter(problem("Too often")))
                .addResponse(UNAVAILABLE, withRetryAfter(problem("Something that is needed is away")));
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
     * Says of every operation that takes a body what bodies are refused, and takes out what the platform adds by itself for
     * signed-in users: nobody is forbidden what others may.
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
