package dev.natter.chat.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns frames into what goes to clients. */
@ApplicationScoped
public class FrameEncoder {

    private final ObjectMapper json;

    FrameEncoder(ObjectMapper json) {
        this.json = json;
    }

    /** Encodes the frame, once for all who get it. */
    public EncodedFrame encode(ServerFrame frame) {
        try {
            var text = json.writeValueAsString(frame);
            return frame instanceof SequencedFrame sequenced
                    ? new EncodedFrame(text, sequenced.orderedIn(), sequenced.orderedAt(), sequenced.timedFrom())
                    : new EncodedFrame(text, null, 0);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot encode " + frame.type(), failure);
        }
    }
}
