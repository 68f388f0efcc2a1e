package dev.natter.chat.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a message may have beside its text. */
@RegisterForReflection
public sealed interface AttachmentView {

    String id();

    /** The name of the field that has it. */
    @JsonIgnore
    default String kind() {
        if (this instanceof ImageView) {
            return "image";
        }
        return this instanceof FileView ? "file" : "voice";
    }

    /** An image in a message, to be got by {@code GET /api/v1/images/{id}}. */
    @RegisterForReflection
    @Schema(name = "Image")
    record ImageView(
            @Schema(required = true) String id,
            @Schema(required = true) String contentType,
            @Schema(required = true) int width,
            @Schema(required = true) int height,
            @Schema(required = true) long bytes)
            implements AttachmentView {}

    /** A file in a message, to be got by {@code GET /api/v1/files/{id}}. */
    @RegisterForReflection
    @Schema(name = "File")
    record FileView(
            @Schema(required = true) String id,

            @Schema(required = true, description = "The name under which it is saved.")
            String name,

            @Schema(required = true, description = "As its sender declared it; not what it is served as.")
            String contentType,

            @Schema(required = true) long bytes)
            implements AttachmentView {

        /** Leaves the name out: what people write must not reach a log. */
        @Override
        public String toString() {
            return "FileView[id=%s]".formatted(id);
        }
    }

    /** A voice message, to be got by {@code GET /api/v1/voice/{id}}. */
    @RegisterForReflection
    @Schema(name = "Voice")
    record VoiceView(
            @Schema(required = true) String id,
            @Schema(required = true) String contentType,
            @Schema(required = true) long bytes,

            @Schema(required = true, description = "The duration in milliseconds, as its sender declared it.")
            int durationMs,

            @Schema(required = true, description = "At most 64 levels from 0 to 255, as its sender declared them.")
            List<Integer> waveform)
            implements AttachmentView {

        public VoiceView {
            waveform = List.copyOf(waveform);
        }
    }
}
