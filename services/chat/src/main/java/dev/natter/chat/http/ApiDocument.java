package dev.natter.chat.http;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import dev.natter.web.NullableSchemas;
import dev.natter.web.Problem;
import dev.natter.web.ProblemSchemas;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says in the OpenAPI document what is true of every resource: which refusals there are, and what they look like. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ApiDocument implements OASFilter {

    private static final String UNAVAILABLE = "503";

    @Override
    public Operation filterOperation(Operation operation) {
        var responses = operation.getResponses();
        var guess = responses.getAPIResponse("403");
        // The platform's own guess: few calls are forbidden, and those say so.
        if (guess != null && "Not Allowed".equals(guess.getDescription())) {
            responses.removeAPIResponse("403");
        }
        describe(operation, "400", "Malformed; `errors` lists the invalid fields.");
        describe(operation, "401", "Not signed in, or the access token is invalid or expired.");
        describe(operation, UNAVAILABLE, "A backing service is unavailable: repeat after `Retry-After`.");
        if (operation.getRequestBody() != null) {
            describe(operation, "413", "The body is larger than 64 KiB; a photo, than 1 MiB.");
            describe(operation, "415", "The body is not `application/json`; a photo, none of jpeg, png and webp.");
        }
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                response.setContent(createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                createMediaType().schema(createSchema().ref("Problem"))));
            }
        });
        responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
        return operation;
    }

    private static void describe(Operation operation, String status, String description) {
        var known = operation.getResponses().getAPIResponse(status);
        var response = known == null || status.equals("400") || status.equals("401")
                ? createAPIResponse().description(description)
                : known;
        operation
                .getResponses()
                .addAPIResponse(status, status.equals(UNAVAILABLE) ? withRetryAfter(response) : response);
    }

    private static APIResponse withRetryAfter(APIResponse response) {
        return response.addHeader(
                "Retry-After",
                createHeader()
                        .description("Seconds to wait.")
                        .schema(createSchema().addType(SchemaType.INTEGER)));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        ProblemSchemas.addTo(document.getComponents());
        NullableSchemas.correct(document.getComponents());
        // One of several types has the properties of that one; those of the interface would exclude all others.
        document.getComponents().getSchemas().values().stream()
                .filter(schema -> schema.getOneOf() != null)
                .forEach(schema -> schema.properties(null).required(null).setType(null));
    }
}
