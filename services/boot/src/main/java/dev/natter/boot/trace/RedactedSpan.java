package dev.natter.boot.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A span with allow-listed attributes only. Queries and paths contain addresses and names, database commands contain
 * all of that, client addresses are personal, and exception messages may repeat any of it.
 */
final class RedactedSpan extends DelegatingSpanData {

    private static final Pattern TELLING_NOTHING =
            Pattern.compile("http\\.(?:request\\.method|route|response\\.status_code)|url\\.scheme|error\\.type"
                    + "|server\\.(?:address|port)|network\\.protocol\\..*|messaging\\..*"
                    + "|db\\.(?:system(?:\\.name)?|operation\\.name|collection\\.name|namespace)|natter\\..*");

    private final Attributes attributes;

    RedactedSpan(SpanData span) {
        super(span);
        this.attributes =
                span.getAttributes().toBuilder().removeIf(RedactedSpan::mayTell).build();
    }

    private static boolean mayTell(AttributeKey<?> key) {
        return !TELLING_NOTHING.matcher(key.getKey()).matches();
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    @Override
    public List<EventData> getEvents() {
        return List.of();
    }

    @Override
    public int getTotalRecordedEvents() {
        return 0;
    }

    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }
}
