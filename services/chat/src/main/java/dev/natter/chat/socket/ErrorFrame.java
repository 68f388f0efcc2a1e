package dev.natter.chat.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.natter.chat.delivery.ServerFrame;
import dev.natter.web.ErrorCode;
import dev.natter.web.Refusal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A frame was not understood, or refused. The connection lives on.
 *
 * @param clientMessageId of the frame it answers, when that had one
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErrorFrame(String code, String detail, @Nullable String clientMessageId) implements ServerFrame {
    @Override
    public String type() {
        return "error";
    }

    static ErrorFrame of(Refusal refusal, @Nullable String clientMessageId) {
        return new ErrorFrame(refusal.code(), refusal.detail(), clientMessageId);
    }

    /** Something went wrong on our side; nobody may learn what. */
    static ErrorFrame fault(@Nullable String clientMessageId) {
        return new ErrorFrame(
                ErrorCode.INTERNAL.word(), "Something went wrong here. Trying again is safe.", clientMessageId);
    }
}
