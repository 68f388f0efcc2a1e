package dev.natter.storage.avatar;

import dev.natter.storage.PresignedUrl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The answer to a GET of a photo. */
public final class AvatarAnswer {

    private AvatarAnswer() {}

    /** The URL for a caller that accepts JSON, else a redirect to it; either may be kept for half of the URL's life. */
    public static RestResponse<PresignedUrl> of(PresignedUrl url, AvatarConfig config, @Nullable String accept) {
        var json = accept != null && accept.contains(MediaType.APPLICATION_JSON);
        var answer = json
                ? RestResponse.ResponseBuilder.ok(url, MediaType.APPLICATION_JSON_TYPE)
                : RestResponse.ResponseBuilder.<PresignedUrl>create(RestResponse.Status.FOUND)
                        .header(HttpHeaders.LOCATION, url.url());
        return answer.header(
                        HttpHeaders.CACHE_CONTROL,
                        "private, max-age=" + config.linkLifetime().toSeconds() / 2)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.AUTHORIZATION)
                .build();
    }
}
