package dev.natter.load.people;

/**
 * A signed-in load user.
 *
 * @param token valid for longer than any run
 */
public record Person(String id, String token) {

    /** Omits the token. */
    @Override
    public String toString() {
        return "Person[id=" + id + "]";
    }
}
