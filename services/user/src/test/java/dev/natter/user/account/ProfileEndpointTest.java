package dev.natter.user.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.natter.user.support.Person;
import dev.natter.user.support.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class ProfileEndpointTest {

    private static final String PROFILES = "/internal/v1/profiles";

    private static RequestSpecification service() {
        return given().auth().oauth2(Servers.INTERNAL_TOKEN);
    }

    @Test
    void aServiceGetsTheProfilesThatItMisses() {
        var ada = Person.stranger().signsIn();

        service()
                .queryParam("ids", ada.userId() + ",unknown," + ada.userId())
                .get(PROFILES)
                .then()
                .statusCode(200)
                .body("items.id", contains(ada.userId()))
                .body("items[0].version", equalTo(1))
                .body("items[0]", not(hasKey("email")))
                .body("next", nullValue());
    }

    @Test
    void aServiceGetsAllProfilesPageByPage() {
        var people = List.of(
                Person.stranger().signsIn(),
                Person.stranger().signsIn(),
                Person.stranger().signsIn());

        var found = new ArrayList<String>();
        String after = null;
        do {
            var page = service().queryParam("limit", 2);
            var answer = (after == null ? page : page.queryParam("after", after)).get(PROFILES);
            answer.then().statusCode(200);
            found.addAll(answer.<List<String>>path("items.id"));
            after = answer.path("next");
        } while (after != null);

        assertThat(found).doesNotHaveDuplicates().isSorted();
        assertThat(found)
                .containsAll(people.stream().map(Person.SignedIn::userId).toList());
    }

    @Test
    void aHundredIdsAreEnough() {
        service().queryParam("ids", "a,".repeat(200)).get(PROFILES).then().statusCode(200);
        var many = new StringBuilder();
        for (int i = 0; i < 101; i++) {
            many.append(i).append(',');
        }
        service().queryParam("ids", many).get(PROFILES).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer wrong", "Basic YTpi", "bearer an internal token"})
    void requestsWithoutAValidTokenAreRefused(String authorization) {
        given().header("Authorization", authorization)
                .get(PROFILES)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void notEvenASignedInUser() {
        Person.stranger().signsIn().asks().get(PROFILES).then().statusCode(401);
        given().get(PROFILES).then().statusCode(401);
    }
}
