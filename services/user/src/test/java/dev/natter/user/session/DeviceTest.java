package dev.natter.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceTest {

    @Test
    void whatADeviceCallsItselfIsKeptAsFarAsItCanBeShown() {
        assertThat(Device.of("Phone \u0007\u202e<b>", "192.0.2.1").userAgent()).isEqualTo("Phone <b>");
        assertThat(Device.of("x".repeat(1000), "192.0.2.1").userAgent()).hasSize(200);
        assertThat(Device.of(null, "192.0.2.1").userAgent()).isEmpty();
    }
}
