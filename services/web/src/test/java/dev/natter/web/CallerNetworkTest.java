package dev.natter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerNetworkTest {

    private static String network(String trusted, String peer, String... forwardedFor) {
        return new CallerNetwork(TrustedProxies.of(trusted)).of(peer, List.of(forwardedFor));
    }

    @Test
    void withoutProxiesTheHeaderIsNoise() {
        assertThat(network("", "203.0.113.7", "198.51.100.1")).isEqualTo("203.0.113.7");
    }

    @Test
    void theHeaderOfAStrangerIsNoise() {
        assertThat(network("10.0.0.0/8", "203.0.113.7", "198.51.100.1")).isEqualTo("203.0.113.7");
    }

    @Test
    void ofATrustedProxyTheLastAddressCounts() {
        assertThat(network("10.0.0.0/8", "10.1.2.3", "198.51.100.1, 203.0.113.7"))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void trustedProxiesInARowAreSkipped() {
        assertThat(network("10.0.0.0/8,192.0.2.1", "10.1.2.3", "198.51.100.1, 203.0.113.7, 192.0.2.1, 10.9.9.9"))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(network("10.0.0.0/8", "10.1.2.3", "198.51.100.1", "203.0.113.7"))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void rubbishEndsTheSearch() {
        assertThat(network("10.0.0.0/8", "10.1.2.3", "198.51.100.1, unknown")).isEqualTo("10.1.2.3");
        assertThat(network("10.0.0.0/8", "10.1.2.3", "")).isEqualTo("10.1.2.3");
        assertThat(network("10.0.0.0/8", "10.1.2.3")).isEqualTo("10.1.2.3");
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::, 2001:db8:1:2:0:0:0:0/64",
        "::ffff:203.0.113.7, 203.0.113.7",
        "::1, 0:0:0:0:0:0:0:0/64"
    })
    void anIpv6AddressIsItsNetwork(String peer, String network) {
        assertThat(network("", peer)).isEqualTo(network);
    }

    @Test
    void anIpv4PeerOnAnIpv6SocketIsTrustedAsWhatItIs() {
        assertThat(network("10.0.0.0/8", "::ffff:10.1.2.3", "203.0.113.7")).isEqualTo("203.0.113.7");
    }
}
