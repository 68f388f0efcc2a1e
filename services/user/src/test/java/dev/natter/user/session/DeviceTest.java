package dev.natter.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

    @Test
    void whatADeviceCallsItselfIsKeptAsFarAsItCanBeShown() {
        assertThat(Device.of("Phone \u0007\u202e<b>", "192.0.2.1").userAgent()).isEqualTo("Phone <b>");
        assertThat(Device.of("x".repeat(1000), "192.0.2.1").userAgent()).hasSize(200);
        assertThat(Device.of(null, "192.0.2.1").userAgent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0 | Firefox on Windows
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0 | Edge on Windows
            Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/126.0.0.0 Safari/537.36 | Chrome on Linux
            Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 | Chrome on ChromeOS
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15 | Safari on Mac
            Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1 | Safari on iPhone
            Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0.0.0 Mobile/15E148 Safari/604.1 | Chrome on iPhone
            Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/127.0 Mobile/15E148 Safari/605.1.15 | Firefox on iPad
            Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36 | Samsung Internet on Android
            Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36 OPR/81.0.0.0 | Opera on Android
            curl/8.5.0 | curl
            okhttp/4.12.0 | okhttp
            Natter for Android (Pixel 8) | Android
            Laptop <b> | Laptop <b>
            '' | Unknown device
            '/' | Unknown device
            """)
    void aDeviceIsCalledWhatItsOwnerCallsIt(String userAgent, String name) {
        assertThat(DeviceName.of(userAgent)).isEqualTo(name);
    }

    @Test
    void aNameIsAFewWordsHoweverLongTheHeader() {
        assertThat(DeviceName.of("x".repeat(200))).hasSize(40);
    }
}
