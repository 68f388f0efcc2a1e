package dev.natter.chat.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.natter.chat.socket.ClientFrame.Authenticate;
import dev.natter.chat.socket.ClientFrame.Delivered;
import dev.natter.chat.socket.ClientFrame.Read;
import dev.natter.chat.socket.ClientFrame.Send;
import dev.natter.chat.socket.ClientFrame.Typing;
import dev.natter.chat.socket.ClientFrame.Visible;
import dev.natter.web.ApiException;
import dev.natter.web.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Decodes the frames of clients. Ignores unknown fields, refuses values of a wrong type. */
@ApplicationScoped
class FrameDecoder {

    private static final int MAX_ID_LENGTH = 64;

    private final ObjectReader json;

    FrameDecoder(ObjectMapper mapper) {
        this.json = mapper.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** A frame, or why it is refused; and the client's id of it, if that could be read. */
    record Decoded(
            @Nullable ClientFrame frame,
            @Nullable ApiException refusal,
            @Nullable String clientMessageId) {}

    /** Never throws, whatever the text. */
    Decoded decode(String text) {
        String clientMessageId = null;
        try {
            var object = json.<JsonNode>readValue(text);
            if (object == null || !object.isObject()) {
                return new Decoded(null, unreadable(), null);
            }
            clientMessageId = clientMessageId(object);
            return new Decoded(frame(object), null, clientMessageId);
        } catch (JsonProcessingException malformed) {
            return new Decoded(null, unreadable(), clientMessageId);
        } catch (ApiException refusal) {
            return new Decoded(null, refusal, clientMessageId);
        }
    }

    private static ClientFrame frame(JsonNode object) {
        return switch (text(object, "type")) {
            case "send" ->
                new Send(
                        text(object, "conversationId"),
                        text(object, "clientMessageId"),
                        optionalText(object, "text"),
                        optionalText(object, "imageId"),
                        optionalText(object, "fileId"),
                        optionalText(object, "voiceId"),
                        optionalText(object, "replyTo"));
            case "read" -> new Read(text(object, "conversationId"), number(object, "seq"));
            case "delivered" -> new Delivered(text(object, "conversationId"), number(object, "seq"));
            case "typing" -> new Typing(text(object, "conversationId"), truth(object, "typing"));
            case "visible" -> new Visible(truth(object, "visible"));
            case "authenticate" -> new Authenticate(text(object, "accessToken"));
            default -> throw ApiException.unprocessable(ErrorCode.UNKNOWN_TYPE, "The frame type is unknown.");
        };
    }

    private static @Nullable String clientMessageId(JsonNode object) {
        var name = object.get("clientMessageId");
        return name != null && name.isTextual() && name.textValue().length() <= MAX_ID_LENGTH ? name.textValue() : null;
    }

    private static String text(JsonNode object, String field) {
        var value = optionalText(object, field);
        if (value == null) {
            throw ApiException.malformed(field, "%s is missing.".formatted(field));
        }
        return value;
    }

    private static @Nullable String optionalText(JsonNode object, String field) {
        var value = object.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw ApiException.malformed(field, "%s must be a string.".formatted(field));
        }
        return value.textValue();
    }

    private static long number(JsonNode object, String field) {
        var value = object.get(field);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw ApiException.malformed(field, "%s must be a whole number.".formatted(field));
        }
        return value.longValue();
    }

    private static boolean truth(JsonNode object, String field) {
        var value = object.get(field);
        if (value == null || !value.isBoolean()) {
            throw ApiException.malformed(field, "%s must be true or false.".formatted(field));
        }
        return value.booleanValue();
    }

    private static ApiException unreadable() {
        return ApiException.malformed("frame", "A frame is one JSON object.");
    }
}
