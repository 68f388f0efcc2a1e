package dev.natter.user.session;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.natter.user.support.Person;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What the tests of sessions read in an answer. */
final class SessionAnswers {

    private SessionAnswers() {}

    /** The session to which the cookie belonged is over. */
    static void isRevoked(Response answer) {
        answer.then()
                .statusCode(401)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("session_revoked"));
    }

    /** The cookie that the answer sets, and each of its attributes. */
    static Set<String> cookieAttributes(Response answer) {
        return Arrays.stream(answer.headers().getValues("Set-Cookie").stream()
                        .filter(cookie -> cookie.startsWith(Person.COOKIE))
                        .findFirst()
                        .orElseThrow()
                        .split(";"))
                .map(String::strip)
                .collect(Collectors.toSet());
    }
}
