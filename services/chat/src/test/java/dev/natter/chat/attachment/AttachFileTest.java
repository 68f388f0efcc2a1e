package dev.natter.chat.attachment;

import static dev.natter.chat.Unis.failure;
import static dev.natter.chat.Unis.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.natter.chat.attachment.Attachment.Recording;
import dev.natter.chat.attachment.voice.TestRecordings;
import dev.natter.chat.conversation.AttachmentView.FileView;
import dev.natter.chat.conversation.AttachmentView.VoiceView;
import dev.natter.web.ApiException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files and voice messages, which are copied, where images are rewritten. */
class AttachFileTest extends AttachmentFixture {

    private static final byte[] MENU = {1, 2, 3};
    private static final byte[] HELLO = TestRecordings.webm("A_OPUS");
    private static final AttachmentId FILE = new AttachmentId(AttachmentKind.FILE, "menu");
    private static final AttachmentId VOICE = new AttachmentId(AttachmentKind.VOICE, "hello");

    @Test
    void movesAFileOutOfItsUploadersReach() {
        file(MENU.length);
        store.upload("menu", MENU);

        var view = get(service.attach(FILE, ALICE, LUNCH));

        assertThat(view).isEqualTo(new FileView("menu", "Menu.pdf", "application/pdf", MENU.length));
        assertThat(store.keys()).containsExactly(images.now("menu").stored().key());
        assertThat(images.now("menu").stored().key()).startsWith("files/menu/");
    }

    @Test
    void checksTheCopyHoweverTheUploadChangesMeanwhile() {
        voice();
        store.upload("hello", HELLO);
        store.afterNextCopy(() -> store.upload("hello", new byte[HELLO.length]));

        var view = get(service.attach(VOICE, ALICE, LUNCH));

        assertThat(view).isEqualTo(new VoiceView("hello", "audio/webm", HELLO.length, 4_200, List.of(7)));
        assertThat(store.get(images.now("hello").stored().key())).isEqualTo(HELLO);
    }

    @Test
    void keepsWhatTheFirstOfTwoReplicasStored() {
        file(MENU.length);
        store.upload("menu", MENU);
        store.afterNextCopy(() -> get(service(checkUpload()).attach(FILE, ALICE, DINNER)));

        get(service.attach(FILE, ALICE, LUNCH));

        assertThat(store.keys()).containsExactly(images.now("menu").stored().key());
    }

    @Test
    void deletesWhatItRefuses() {
        file(MENU.length + 1);
        store.upload("menu", MENU);
        voice();
        store.upload("hello", new byte[HELLO.length]);

        assertRefused(FILE, 422, "file_size_mismatch");
        assertRefused(VOICE, 422, "voice_type_mismatch");

        assertRefused(FILE, 422, "file_size_mismatch");
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void isOfOneKind() {
        file(MENU.length);
        store.upload("menu", MENU);

        assertRefused(new AttachmentId(AttachmentKind.VOICE, "menu"), 422, "voice_not_found");
        assertRefused(image("menu"), 422, "image_not_found");
    }

    @Test
    void waitsForTheUploadAndForTheBucket() {
        file(MENU.length);
        assertRefused(FILE, 422, "file_not_found");
        store.upload("menu", MENU);
        store.goAway();
        assertRefused(FILE, 503, "images_unavailable");

        store.comeBack();

        assertThat(get(service.attach(FILE, ALICE, LUNCH)).id()).isEqualTo("menu");
    }

    private void file(long bytes) {
        get(images.add(Attachment.offered(
                "menu", AttachmentKind.FILE, ALICE, "application/pdf", bytes, "Menu.pdf", null, clock.instant())));
    }

    private void voice() {
        var recording = new Recording(4_200, List.of(7));
        get(images.add(Attachment.offered(
                "hello", AttachmentKind.VOICE, ALICE, "audio/webm", HELLO.length, null, recording, clock.instant())));
    }

    private void assertRefused(AttachmentId id, int status, String code) {
        assertThat(failure(service.attach(id, ALICE, LUNCH)))
                .asInstanceOf(type(ApiException.class))
                .returns(status, ApiException::status)
                .returns(code, ApiException::code);
    }
}
