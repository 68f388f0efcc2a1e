package dev.natter.chat.attachment.voice;

import static dev.natter.chat.attachment.voice.TestRecordings.ascii;
import static dev.natter.chat.attachment.voice.TestRecordings.box;
import static dev.natter.chat.attachment.voice.TestRecordings.ftyp;
import static dev.natter.chat.attachment.voice.TestRecordings.join;
import static dev.natter.chat.attachment.voice.TestRecordings.moov;
import static dev.natter.chat.attachment.voice.TestRecordings.mp4;
import static dev.natter.chat.attachment.voice.TestRecordings.ogg;
import static dev.natter.chat.attachment.voice.TestRecordings.track;
import static dev.natter.chat.attachment.voice.TestRecordings.webm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VoiceFormatTest {

    private static final int HEAD = 64 * 1024;

    @ParameterizedTest
    @CsvSource({
        "audio/webm, WEBM",
        "audio/webm;codecs=opus, WEBM",
        "' Audio/OGG ; codecs=opus', OGG",
        "audio/mp4, MP4",
        "video/webm,",
        "audio/mpeg,",
        "'',"
    })
    void isOneOfThree(String contentType, VoiceFormat format) {
        assertThat(VoiceFormat.of(contentType)).isEqualTo(format);
    }

    static Stream<Arguments> recordings() {
        return Stream.of(
                Arguments.of(VoiceFormat.WEBM, webm("A_OPUS")),
                Arguments.of(VoiceFormat.OGG, ogg("OpusHead")),
                Arguments.of(VoiceFormat.MP4, mp4("mp4a")));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void recognisesWhatBrowsersRecord(VoiceFormat format, byte[] recording) {
        assertThat(format.indexAfter(recording)).isZero();
        assertThat(format.matches(recording, recording)).isTrue();
    }

    @Test
    void findsTheTracksOfARecordingThatDescribesThemAtTheEnd() {
        var recording = mp4(200_000, "mp4a");
        var head = Arrays.copyOf(recording, HEAD);

        var index = VoiceFormat.MP4.indexAfter(head);

        assertThat(VoiceFormat.MP4.matches(head, head)).isFalse();
        assertThat(VoiceFormat.MP4.matches(head, Arrays.copyOfRange(recording, (int) index, recording.length)))
                .isTrue();
    }

    @Test
    void readsTheTracksAgainWhenTheyAreCutOff() {
        var recording = mp4(HEAD - 200, "mp4a");
        var head = Arrays.copyOf(recording, HEAD);

        var index = VoiceFormat.MP4.indexAfter(head);

        assertThat(VoiceFormat.MP4.matches(head, Arrays.copyOfRange(recording, (int) index, recording.length)))
                .isTrue();
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("another container", VoiceFormat.WEBM, ogg("OpusHead")),
                Arguments.of("another container", VoiceFormat.OGG, mp4("mp4a")),
                Arguments.of("another container", VoiceFormat.MP4, webm("A_OPUS")),
                Arguments.of("another codec", VoiceFormat.WEBM, webm("A_VORBIS")),
                Arguments.of("another codec", VoiceFormat.OGG, ogg("\u0001vorbis.")),
                Arguments.of("another codec", VoiceFormat.MP4, mp4("alac")),
                Arguments.of("a picture beside it", VoiceFormat.WEBM, webm("webm", track("A_OPUS"), track("V_VP8"))),
                Arguments.of("a picture beside it", VoiceFormat.MP4, mp4("mp4a", "avc1")),
                Arguments.of("Matroska", VoiceFormat.WEBM, webm("matroska", track("A_OPUS"))),
                Arguments.of("no tracks", VoiceFormat.WEBM, webm("webm", new byte[0][])),
                Arguments.of("no tracks", VoiceFormat.MP4, join(ftyp(), moov())),
                Arguments.of("no description", VoiceFormat.MP4, join(ftyp(), box("mdat", new byte[50]))),
                Arguments.of("HTML first", VoiceFormat.WEBM, join(ascii("<script>alert(1)</script>"), webm("A_OPUS"))),
                Arguments.of("HTML first", VoiceFormat.OGG, join(ascii("<script>"), ogg("OpusHead"))),
                Arguments.of("HTML first", VoiceFormat.MP4, join(ascii("<script>"), mp4("mp4a"))),
                Arguments.of("a box without a size", VoiceFormat.MP4, join(ftyp(), new byte[64])));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("others")
    void refusesWhatIsNoVoiceMessage(String what, VoiceFormat format, byte[] upload) {
        assertThat(format.matches(upload, upload)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(VoiceFormat.class)
    void survivesEveryCutAndEveryDamage(VoiceFormat format) {
        var random = new Random(7);
        var good = recordings()
                .filter(each -> each.get()[0] == format)
                .map(each -> (byte[]) each.get()[1])
                .findFirst()
                .orElseThrow();
        for (var length = 0; length < 300; length++) {
            assertReadable(format, Arrays.copyOf(good, length));
        }
        for (var round = 0; round < 5_000; round++) {
            var damaged = Arrays.copyOf(good, 400);
            for (var damage = 0; damage < 4; damage++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertReadable(format, damaged);
        }
    }

    private static void assertReadable(VoiceFormat format, byte[] bytes) {
        assertThatCode(() -> {
                    assertThat(format.indexAfter(bytes)).isNotNegative();
                    format.matches(bytes, bytes);
                })
                .doesNotThrowAnyException();
    }
}
