package dev.natter.user.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A person with an address and a network of their own. */
public final class Person {

    public static final String COOKIE = "natter_refresh";

    private final String email;
    private final String network;

    private Person(String email) {
        this.email = email;
        var random = ThreadLocalRandom.current();
        this.network = "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(1, 255));
    }

    /** A person without an account. */
    public static Person stranger() {
        return new Person("p" + UUID.randomUUID().toString().replace("-", "") + "@example.com");
    }

    public static Person withEmail(String email) {
        return new Person(email);
    }

    public String email() {
        return email;
    }

    public String network() {
        return network;
    }

    /** A request from his network. */
    public RequestSpecification asks() {
        return given().header("X-Forwarded-For", network).contentType(ContentType.JSON);
    }

    public Response requestsOtp() {
        return asks().body(Map.of("email", email)).post("/api/v1/auth/otp");
    }

    /** The id of a new challenge. */
    public String challenge() {
        return requestsOtp().then().statusCode(202).extract().path("challengeId");
    }

    public String lastCode() {
        return Mails.lastTo(email).code();
    }

    /** Any code but the last one that was mailed to him. */
    public String wrongCode() {
        return lastCode().equals("000000") ? "000001" : "000000";
    }

    public Response verifies(String challengeId, String code) {
        return asks().body(Map.of("email", email, "challengeId", challengeId, "otp", code))
                .post("/api/v1/auth/otp/verify");
    }

    /** Goes the whole way. */
    public SignedIn signsIn() {
        var challenge = challenge();
        return new SignedIn(
                this,
                verifies(challenge, lastCode()).then().statusCode(200).extract().response());
    }

    /** A signed-in user. */
    public record SignedIn(Person person, Response answer) {

        public String userId() {
            return answer.path("user.id");
        }

        /** The session that his access token names. */
        public String sessionId() {
            return TokenForgery.decoded(accessToken(), 1).getString("sid");
        }

        public String accessToken() {
            return answer.path("accessToken");
        }

        public String refreshToken() {
            return answer.cookie(COOKIE);
        }

        /** A request with his access token. */
        public RequestSpecification asks() {
            return person.asks().auth().oauth2(accessToken());
        }

        /** The answer to his wish to be called so. */
        public Response renames(String name) {
            return asks().body(Map.of("name", name)).patch("/api/v1/users/me");
        }

        /** The answer to a refresh with this token. */
        public Response refreshes(String refreshToken) {
            return person.asks().cookie(COOKIE, refreshToken).post("/api/v1/auth/refresh");
        }
    }
}
