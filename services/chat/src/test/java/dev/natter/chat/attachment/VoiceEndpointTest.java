package dev.natter.chat.attachment;

import static dev.natter.chat.Caller.json;
import static dev.natter.chat.Unis.get;
import static dev.natter.chat.attachment.Uploads.assertRefused;
import static dev.natter.chat.attachment.Uploads.send;
import static dev.natter.chat.attachment.Uploads.show;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.chat.Caller;
import dev.natter.chat.attachment.voice.TestRecordings;
import dev.natter.storage.S3ObjectStore;
import dev.natter.testing.images.TestImages;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class VoiceEndpointTest {

    private static final byte[] HELLO = TestRecordings.webm("A_OPUS");

    @Inject
    S3ObjectStore store;

    private final Caller ada = Caller.newUser();
    private final Caller bob = Caller.newUser();
    private final Caller eve = Caller.newUser();

    static Stream<Arguments> recordings() {
        return Stream.of(
                Arguments.of("audio/webm;codecs=opus", "audio/webm", HELLO),
                Arguments.of("audio/ogg", "audio/ogg", TestRecordings.ogg("OpusHead")),
                Arguments.of("audio/mp4", "audio/mp4", TestRecordings.mp4("mp4a")),
                Arguments.of("audio/mp4", "audio/mp4", TestRecordings.mp4(200_000, "mp4a")));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void travelsFromOneToTheOther(String declared, String contentType, byte[] recording) {
        var conversation = ada.conversationWith(bob);
        var voiceId = Uploads.uploadedVoice(ada, declared, recording);

        var message = json(send(ada, conversation, "voiceId", voiceId), 201);

        assertThat(message.getJsonObject("voice"))
                .isEqualTo(new JsonObject()
                        .put("id", voiceId)
                        .put("contentType", contentType)
                        .put("bytes", recording.length)
                        .put("durationMs", 4_200)
                        .put("waveform", new JsonArray().add(0).add(128).add(255)));
        assertThat(bob.latest(conversation)).containsExactly(message);
        assertThat(bob.show(conversation).getJsonObject("lastMessage")).isEqualTo(message);
        var got = Uploads.fetch(show(bob, "voice", voiceId).header("Location"));
        assertThat(got.body()).isEqualTo(recording);
        assertThat(got.headers().firstValue("Content-Type")).hasValue(contentType);
        assertThat(got.headers().firstValue("Content-Disposition").orElse("")).startsWith("inline; filename=");
        var part = Uploads.fetch(show(bob, "voice", voiceId).header("Location"), "bytes=4-7");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(TestImages.slice(recording, 4, 8));
        assertThat(show(eve, "voice", voiceId).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "audio/mpeg, 100, 415, voice_type_not_supported",
        "video/webm, 100, 415, voice_type_not_supported",
        "audio/webm, 10485761, 413, voice_too_large",
        "audio/webm, 0, 400, bad_request"
    })
    void refusesToTakeOtherThings(String contentType, long bytes, int status, String code) {
        assertRefused(Uploads.offerVoice(ada, contentType, bytes), status, code);
    }

    @ParameterizedTest
    @CsvSource({"600001, 413, voice_too_large", "0, 400, bad_request", "-7, 400, bad_request"})
    void refusesOtherDurations(long durationMs, int status, String code) {
        assertRefused(ada.request(voice().put("durationMs", durationMs)).post("/api/v1/voice"), status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[256]", "[-1]", "[null]", "[1.5]", "[\"loud\"]", "{}"})
    void refusesOtherWaveforms(String waveform) {
        var body = voice().encode().replace("[1,2]", waveform);
        ada.request()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/voice")
                .then()
                .statusCode(400);
    }

    @Test
    void takesTheLongest() {
        var levels = new JsonArray(Collections.nCopies(64, 255));
        assertThat(ada.request(voice().put("durationMs", 600_000).put("waveform", levels))
                        .post("/api/v1/voice")
                        .statusCode())
                .isEqualTo(201);
        assertThat(ada.request(voice().put("waveform", levels.copy().add(0)))
                        .post("/api/v1/voice")
                        .statusCode())
                .isEqualTo(400);
    }

    static Stream<Arguments> rejected() {
        return Stream.of(
                Arguments.of("audio/webm", TestRecordings.webm("A_VORBIS")),
                Arguments.of("audio/ogg", HELLO),
                Arguments.of("audio/mp4", TestRecordings.mp4(200_000, "alac")),
                Arguments.of("audio/webm", TestImages.ascii("<script>alert(1)</script>")));
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void isRejectedForGoodAndDeleted(String contentType, byte[] upload) {
        var conversation = ada.conversationWith(bob);
        var voiceId = Uploads.uploadedVoice(ada, contentType, upload);

        assertRefused(send(ada, conversation, "voiceId", voiceId), 422, "voice_type_mismatch");

        assertRefused(send(ada, conversation, "voiceId", voiceId), 422, "voice_type_mismatch");
        assertThat(show(ada, "voice", voiceId).statusCode()).isEqualTo(404);
        assertThat(get(store.read(ObjectKeys.upload(voiceId), 1))).isNull();
        assertThat(ada.latest(conversation)).isEmpty();
    }

    private static JsonObject voice() {
        return new JsonObject()
                .put("contentType", "audio/webm")
                .put("bytes", 7)
                .put("durationMs", 1_000)
                .put("waveform", new JsonArray().add(1).add(2));
    }
}
