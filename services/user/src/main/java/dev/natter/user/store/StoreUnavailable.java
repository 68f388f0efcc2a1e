package dev.natter.user.store;

import com.mongodb.MongoClientException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import dev.natter.web.Problem;
import io.quarkus.logging.Log;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps an unreachable MongoDB, or one without a primary, to 503. */
public class StoreUnavailable {

    private static final int RETRY_AFTER_SECONDS = 5;

    @ServerExceptionMapper({
        MongoClientException.class,
        MongoSocketException.class,
        MongoNotPrimaryException.class,
        MongoNodeIsRecoveringException.class,
        MongoServerUnavailableException.class
    })
    public RestResponse<Problem> away(Exception failure) {
        Log.warnf("MongoDB did not respond: %s", failure);
        var problem = new Problem(
                "about:blank",
                Status.SERVICE_UNAVAILABLE.getReasonPhrase(),
                Status.SERVICE_UNAVAILABLE.getStatusCode(),
                "A backing service is unavailable. Try again shortly.",
                "store_unavailable",
                List.of());
        return ResponseBuilder.create(Status.SERVICE_UNAVAILABLE, problem)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
