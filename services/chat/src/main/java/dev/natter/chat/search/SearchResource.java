package dev.natter.chat.search;

import dev.natter.chat.http.InFlightAnswers;
import dev.natter.chat.http.QueryNumbers;
import dev.natter.redis.limit.Rate;
import dev.natter.redis.limit.RateLimit;
import dev.natter.redis.limit.RateLimits;
import dev.natter.web.ApiException;
import dev.natter.web.CurrentUser;
import dev.natter.web.Cursors;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Tag(name = "Search")
@Authenticated
@Path("/api/v1/search/messages")
class SearchResource {

    private final RateLimits rateLimits;
    private final List<Rate> rates;
    private final SearchMessages searchMessages;
    private final InFlightAnswers inFlight;
    private final CurrentUser currentUser;

    SearchResource(
            RateLimits rateLimits,
            SearchConfig config,
            SearchMessages searchMessages,
            InFlightAnswers inFlight,
            CurrentUser currentUser) {
        this.rateLimits = rateLimits;
        this.rates = List.of(new Rate(config.queriesPerMinute(), Duration.ofMinutes(1)));
        this.searchMessages = searchMessages;
        this.inFlight = inFlight;
        this.currentUser = currentUser;
    }

    @GET
    @Operation(
            operationId = "searchMessages",
            summary = "Search in the caller's messages, newest first",
            description =
                    "A message matches when every word of the query begins one of its words. Case, accents, width and vowel points are ignored; punctuation inside of words is optional. In Chinese, Japanese, Korean, Thai and other scripts without spaces, and for emoji, any part of a text matches. Edited messages match by their present text, deleted messages and changes of the group never. A query of punctuation alone matches nothing.")
    @APIResponseSchema(value = SearchPage.class, responseCode = "200", responseDescription = "One page.")
    @APIResponse(
            responseCode = "404",
            description = "`conversation_not_found`: it does not exist, or the caller is not a member.")
    @APIResponse(responseCode = "429", description = "`rate_limited`: repeat after `Retry-After`.")
    public Uni<SearchPage> search(
            @Parameter(
                            required = true,
                            description = "1 to 10 words, at most 200 characters.",
                            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 200))
                    @RestQuery
                    @Nullable String query,
            @Parameter(description = "Search in this conversation alone.") @RestQuery @Nullable String conversationId,
            @Parameter(description = "`next` of the previous page.") @RestQuery @Nullable String before,
            @Parameter(
                            description = "Page size, at most 100.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "30"))
                    @RestQuery
                    @Nullable String limit) {
        var userId = currentUser.id();
        var size = QueryNumbers.limit(limit);
        var rank = before == null ? null : rank(before);
        return rateLimits
                .acquire(RateLimit.MESSAGE_SEARCH, userId, rates)
                .chain(() -> inFlight.take(
                        userId,
                        () -> searchMessages.handle(userId, query == null ? "" : query, conversationId, rank, size)));
    }

    private static String rank(String cursor) {
        var rank = Cursors.decode("before", cursor, 1).get(0);
        if (!Rank.isRank(rank)) {
            throw ApiException.malformed("before", "is not a cursor of this list");
        }
        return rank;
    }
}
