package dev.natter.local.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    @ParameterizedTest
    @CsvSource({
        "/api/v1/auth/otp, USER",
        "/api/v1/auth, USER",
        "/api/v1/auth?x=/q/health, USER",
        "/api/v1/users/me, USER",
        "/api/v1/users?query=%2e%2e%2fann+%26, USER",
        "/.well-known/jwks.json, USER",
        "/api/v1/conversations, CHAT",
        "/api/v1/conversations/a-b_c/messages?after=3, CHAT",
        "/api/v1/socket, CHAT",
        "/api/v1/authors, CHAT",
        "/api/v1/users-of, CHAT",
        "/api/v1/conversations/q/messages, CHAT",
        "/api/v1/conversations/internal, CHAT",
        "/api/v1/conversations/caf%C3%A9, CHAT",
        "/, WEB",
        "/c/123, WEB",
        "/assets/index-a1.js, WEB",
        "/quiet, WEB",
        "/internals, WEB",
        "/favicon.ico, WEB",
    })
    void goesWhereTheContractSays(String target, Destination destination) {
        assertThat(Destination.of(target)).isEqualTo(destination);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q",
                "/q/",
                "/q/health/ready",
                "/q?x",
                "/Q/health",
                "/%71/health",
                "/%51/metrics",
                "/internal",
                "/internal/users",
                "/INTERNAL/users",
                "/%69nternal/users",
                "/inter%6Eal",
                "//q/health",
                "///q/health",
                "/api//q/health",
                "/./q/health",
                "/%2e/q/health",
                "/%2E%2e/q/health",
                "/../q/health",
                "/api/../q/health",
                "/api/v1/../../q/health",
                "/api/v1/auth/../../../q/health",
                "/api/v1/auth/..;/..;/..;/q/health",
                "/api/v1/auth/%2e%2e/%2e%2e/%2e%2e/internal/users",
                "/api/v1/auth/.%2e/q",
                "/api/v1/auth/..%2f..%2f..%2fq/health",
                "/api/v1/auth/%2e%2e%2f%2e%2e%2fq",
                "/api/v1/auth%2f..%2fq",
                "/api/v1/auth/..\\..\\..\\q\\health",
                "/api/v1/auth/..%5c..%5cq",
                "/api/v1/auth/%252e%252e/%252e%252e/q",
                "/;/q/health",
                "/;x=y/q/health",
                "/q;x=y/health",
                "/api/v1/auth;x=y/otp",
                "/api/v1/auth/%3bx/otp",
                "/api/v1/auth/%00/otp",
                "/api/v1/auth/%0d%0aHost:%20x",
                "/api/v1/auth/%7f",
                "/api/v1/auth/%zz",
                "/api/v1/auth/%",
                "/api/v1/auth/a b",
                "/api/v1/auth/<script>",
                "/api/v1/users/\u00e9",
                "/.well-known/../q/health",
                "/.well-known/%2e%2e/q/health",
                "/.well-known//q",
                "/.well-knownx/jwks.json",
                "/.git/config",
                "/assets/../../.git/config",
                "/assets/.env",
                "/api",
                "/api/",
                "/api/v2/conversations",
                "/api/q/health",
                "q/health",
                "http://localhost:8080/q/health",
                "http://localhost:8080/api/v1/auth/otp",
                "*",
                "",
            })
    void goesNowhere(String target) {
        assertThat(Destination.of(target)).isEqualTo(Destination.NOWHERE);
    }
}
