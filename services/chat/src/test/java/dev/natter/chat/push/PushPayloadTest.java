package dev.natter.chat.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.conversation.AttachmentView;
import dev.natter.chat.conversation.AttachmentView.FileView;
import dev.natter.chat.conversation.AttachmentView.ImageView;
import dev.natter.chat.conversation.AttachmentView.VoiceView;
import dev.natter.chat.conversation.MessageView;
import dev.natter.chat.push.PushPublisher.PushPayload;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PushPayloadTest {

    @Test
    void saysWhatAMessageWithoutTextHas() {
        assertThat(payload(new FileView("f", "Menu.pdf", "application/pdf", 7)))
                .returns(null, PushPayload::text)
                .returns("file", PushPayload::attachment)
                .returns("Menu.pdf", PushPayload::fileName);
        assertThat(payload(new VoiceView("v", "audio/webm", 7, 1_000, List.of())))
                .returns("voice", PushPayload::attachment)
                .returns(null, PushPayload::fileName);
        assertThat(payload(new ImageView("i", "image/png", 6, 4, 7))).returns("image", PushPayload::attachment);
        assertThat(payload(null)).returns(null, PushPayload::attachment);
    }

    @Test
    void shortensTheNameOfAFile() {
        assertThat(payload(new FileView("f", "m".repeat(250) + ".pdf", "application/pdf", 7))
                        .fileName())
                .hasSize(120)
                .endsWith("…");
    }

    private static PushPayload payload(AttachmentView attachment) {
        var message = new MessageView("m", "lunch", 1, "ada", "c", null, attachment, Instant.EPOCH);
        return PushPayload.message(message, Map.of("ada", "Ada"), Map.of());
    }
}
