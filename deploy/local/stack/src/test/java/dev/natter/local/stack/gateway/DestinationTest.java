package dev.natter.local.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DestinationTest {
    @ParameterizedTest
    @CsvFileSource(resources = "destinations.csv")
    void goesWhereTheContractSays(String target, Destination destination) {
        assertThat(Destination.of(target)).isEqualTo(destination);
    }
}
