package dev.natter.chat.attachment;

import dev.natter.storage.PresignedUrl;
import dev.natter.web.CurrentUser;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What the resources of all kinds share. */
abstract class AttachmentResource {

    private final AttachmentService attachments;
    private final AttachmentLimits limits;
    private final CurrentUser currentUser;

    AttachmentResource(AttachmentService attachments, AttachmentLimits limits, CurrentUser currentUser) {
        this.attachments = attachments;
        this.limits = limits;
        this.currentUser = currentUser;
    }

    String userId() {
        return currentUser.id();
    }

    /** The URL of an attachment: as JSON to clients that accept it, else as a redirect. */
    Uni<RestResponse<PresignedUrl>> link(AttachmentKind kind, String id, @Nullable String accept) {
        var json = accept != null && accept.contains(MediaType.APPLICATION_JSON);
        return attachments
                .url(new AttachmentId(kind, id), currentUser.id())
                .map(url -> json ? body(url) : redirect(url));
    }

    private RestResponse<PresignedUrl> body(PresignedUrl url) {
        return answer(RestResponse.ResponseBuilder.ok(url, MediaType.APPLICATION_JSON_TYPE));
    }

    private RestResponse<PresignedUrl> redirect(PresignedUrl url) {
        return answer(RestResponse.ResponseBuilder.<PresignedUrl>create(RestResponse.Status.FOUND)
                .header(HttpHeaders.LOCATION, url.url()));
    }

    /** May be kept for as long as the link is sure to be good. */
    private RestResponse<PresignedUrl> answer(RestResponse.ResponseBuilder<PresignedUrl> answer) {
        var seconds = limits.linkLifetime().toSeconds() / 2;
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, max-age=" + seconds)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.AUTHORIZATION)
                .build();
    }
}
