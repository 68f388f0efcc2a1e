package dev.natter.local.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DestinationTest {
    @ParameterizedTest
    @CsvFileSource(resources = "destinations.csv")
    void goesWhereTheContractSays(String target, Destination destination) {
        assertThat(Destination.of(target)).isEqualTo(destination);
    }

    @Test
    void aLongPathTakesNoStack() {
        assertThat(Destination.of("/api/v1/conversations/" + "x".repeat(100_000)))
                .isEqualTo(Destination.CHAT);
        assertThat(Destination.of("/c/" + "%C3%A4".repeat(20_000))).isEqualTo(Destination.WEB);
    }
}
